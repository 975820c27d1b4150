package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.innkeeper.driver.xen.dom0.Dom0Host.call;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.privcmd.LocalHypervisor;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.xl.XlPart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/** The host, and Domain-0 on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostInDom0 {
    private Dom0Host host;

    @BeforeAll
    void open() {
        host = new Dom0Host();
    }

    @AfterAll
    void close() {
        host.close();
    }

    @Test
    void version(TestReporter reporter) {
        NodeFacet node = host.facet(NodeFacet.class);
        reporter.publishEntry("version", Long.toString(node.version(call())));
        assertThat(node.version(call())).isEqualTo(4_017_000);
        assertThat(node.type(call())).isEqualTo("Xen");
    }

    @Test
    void cpuTime(TestReporter reporter) {
        NodeFacet node = host.facet(NodeFacet.class);
        NodeCpuStats before = node.cpuStats(call());
        reporter.publishEntry("cpu", before.toString());
        assertThat(before.kernel()).isPositive();
        assertThat(before.idle()).isPositive();
        Dom0Host.await("time passes").until(() -> node.cpuStats(call()).idle() > before.idle());
        NodeCpuStats after = node.cpuStats(call());
        assertThat(after.kernel()).isGreaterThan(before.kernel());
        assertThat(after.user()).isGreaterThanOrEqualTo(before.user());
    }

    @Test
    void domainCapabilities(TestReporter reporter) {
        NodeFacet node = host.facet(NodeFacet.class);
        for (String machine : List.of("xenpv", "xenpvh", "xenfv")) {
            assertThat(node.domainCapabilities(call(), null, null, machine, "xen"))
                    .contains("<machine>" + machine + "</machine>");
        }
        reporter.publishEntry(
                "xenfv",
                node.domainCapabilities(call(), null, null, "xenfv", null).replaceAll("\\s*\\R\\s*", ""));
    }

    @Test
    void nodeInfo(TestReporter reporter) {
        NodeInfo info = host.facet(NodeFacet.class).info(call());
        reporter.publishEntry("node", info.toString());
        assertThat(info.model()).isEqualTo("x86_64");
        assertThat(info.memory()).isBetween(2_900L << 10, 3_100L << 10);
        assertThat(info.cpus()).isEqualTo(2);
    }

    @Test
    void freeMemory(TestReporter reporter) {
        NodeFacet node = host.facet(NodeFacet.class);
        long free = node.freeMemory(call());
        List<Long> cells = node.cellsFreeMemory(call(), 0, 1);
        reporter.publishEntry("free bytes", free + " of which in the cell " + cells);
        assertThat(free).isBetween(256L << 20, 2L << 30);
        assertThat(cells).hasSize(1);
    }

    @Test
    void capabilities(TestReporter reporter) {
        String document = host.facet(NodeFacet.class).capabilities(call());
        reporter.publishEntry("length", Integer.toString(document.length()));
        assertThat(document).contains("<arch>x86_64</arch>", "xen</os_type>", "hvm</os_type>");
    }

    @Test
    void domain0IsListedAndCannotBeEnded(TestReporter reporter) {
        DomainFacet domains = host.domains();
        DomainRef domain0 = domains.lookupById(call(), 0);
        DomainInfo info = domains.info(call(), domain0);
        reporter.publishEntry("Domain-0", info.toString());
        assertThat(domain0.uuid()).isEqualTo(new UUID(0, 0));
        assertThat(info.vcpus()).isEqualTo(2);
        assertThat(info.cpuTime()).isPositive();
        for (Runnable end : List.<Runnable>of(
                () -> domains.shutdown(call(), domain0, 0),
                () -> domains.reboot(call(), domain0, 0),
                () -> domains.destroy(call(), domain0, 0))) {
            InnkeeperException error = catchThrowableOfType(InnkeeperException.class, end::run);
            assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
            assertThat(error).hasMessageContaining("Domain-0");
        }
    }

    @Test
    void partsAgree(TestReporter reporter) {
        List<XenPart> parts = new ArrayList<>(
                List.of(new XlPart(HostPaths.ofThisMachine()), LocalHypervisor.part(HostPaths.ofThisMachine())));
        for (XenPart part : parts) {
            assertThat(part.functions(call())).as(part.name()).contains(XenFunction.LIST_ACTIVE, XenFunction.VERSION);
            List<DomainRecord> domains = part.activeDomains(call());
            reporter.publishEntry(part.name(), domains.toString());
            assertThat(part.version(call())).isEqualTo(4_017_000);
            assertThat(domains).extracting(DomainRecord::id).contains(0);
            assertThat(part.schedulerType(call()).name()).isEqualTo("credit2");
            assertThat(part.nodeInfo(call()).cpus()).isEqualTo(2);
            part.close();
        }
    }

    @Test
    void guestWithoutKernelIsRefusedWithTheReason(TestReporter reporter) {
        UUID uuid = UUID.randomUUID();
        String definition = "<domain type='xen'><name>nokernel</name><uuid>" + uuid
                + "</uuid><memory>65536</memory><os><type>linux</type><kernel>/srv/guest/none</kernel></os></domain>";
        InnkeeperException error = catchThrowableOfType(
                InnkeeperException.class, () -> host.domains().createXml(call(), definition, 0));
        reporter.publishEntry("said", error.getMessage());
        assertThat(error).hasMessageContaining("nokernel");
        assertThat(error.info().remedy()).isPresent();
        assertThat(host.domains().list(call(), 0)).extracting(DomainRef::uuid).doesNotContain(uuid);
    }
}
