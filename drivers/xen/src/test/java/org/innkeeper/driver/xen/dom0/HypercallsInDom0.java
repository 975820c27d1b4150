package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.xen.dom0.XlGuest.xl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.HypercallPart;
import org.innkeeper.driver.xen.hypercall.Hypervisor;
import org.innkeeper.driver.xen.hypercall.privcmd.LocalHypervisor;
import org.innkeeper.driver.xen.hypercall.privcmd.PrivcmdPort;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The true hypervisor, asked past xl and compared with what xl says. */
class HypercallsInDom0 {
    /** A virtual CPU may have been waiting for something when it was paused. */
    private static final String PAUSED = " -[b-]p---";

    private static HypercallPart part;
    private static XlGuest guest;

    private final CallContext context = CallContext.within(Duration.ofMinutes(3));

    @BeforeAll
    static void start() throws IOException {
        part = LocalHypervisor.part(HostPaths.ofThisMachine());
        guest = XlGuest.start("hypercalls");
    }

    @AfterAll
    static void end() throws IOException {
        guest.close();
        part.close();
    }

    private DomainRecord now() {
        return part.activeDomain(context, guest.key());
    }

    @Test
    void tellsWhatItIs(TestReporter reporter) throws IOException {
        String info = xl("info");
        NodeInfo node = part.nodeInfo(context);
        reporter.publishEntry("host", part.version(context) + " " + part.guestKinds(context) + " " + node);

        assertThat(part.absence(context)).isEmpty();
        assertThat(part.functions(context)).contains(XenFunction.PIN_VCPU);
        assertThat(part.version(context)).isEqualTo(4_017_000);
        assertThat(info).contains("xen_caps               : " + part.guestKinds(context));
        assertThat(info).containsPattern("nr_cpus +: " + node.cpus() + "\n");
        assertThat(info).containsPattern("total_memory +: " + node.memory() / 1024 + "\n");
        assertThat(info).containsPattern("cores_per_socket +: " + node.cores() + "\n");
        assertThat(info).containsPattern("threads_per_core +: " + node.threads() + "\n");
        // xl leaves out what is being scrubbed and what is promised.
        assertThat(part.freeMemory(context)).isBetween(64L << 20, node.memory() * 1024);
        assertThat(part.cellsFreeMemory(context)).hasSize(node.nodes());
    }

    @Test
    void listsDomains(TestReporter reporter) {
        List<DomainRecord> domains = part.activeDomains(context);
        reporter.publishEntry("domains", domains.toString());
        assertThat(domains.get(0).id()).isZero();
        assertThat(domains.get(0).uuid()).isEqualTo(new UUID(0, 0));
        DomainRecord ours = now();
        assertThat(domains).extracting(DomainRecord::id).contains(guest.id());
        assertThat(ours.memory()).isEqualTo(160 * 1024);
        assertThat(ours.maxVcpus()).isEqualTo(2);
        assertThat(ours.hvm()).isFalse();
        assertThat(ours.cpuTime()).isPositive();
        assertThatThrownBy(() -> part.activeDomain(context, new DomainKey(guest.id(), UUID.randomUUID(), "other")))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_DOMAIN));
    }

    @Test
    void pausesAsXlSeesIt() throws IOException {
        part.pause(context, guest.key());
        assertThat(xl("list", guest.key().name())).containsPattern(PAUSED);
        assertThat(now().state()).isEqualTo(DomainState.PAUSED);
        part.unpause(context, guest.key());
        assertThat(xl("list", guest.key().name())).doesNotContainPattern(PAUSED);
        assertThat(now().state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
    }

    @Test
    void bindsVirtualCpusAsXlSeesIt(TestReporter reporter) throws IOException {
        part.pinVcpu(context, guest.key(), 1, CpuMap.of(1));
        List<VcpuInfo> vcpus = part.vcpus(context, guest.key());
        reporter.publishEntry("vcpus", vcpus.toString());
        assertThat(vcpus).extracting(VcpuInfo::affinity).containsExactly(CpuMap.of(0, 1), CpuMap.of(1));
        assertThat(xl("vcpu-list", guest.key().name())).containsPattern(" 1 +[0-9-]+ +\\S+ +\\S+ +1 / all");
        assertThat(vcpus.get(0).cpuTime()).isPositive();
        xl("vcpu-pin", guest.key().name(), "1", "0");
        assertThat(part.vcpus(context, guest.key()).get(1).affinity()).isEqualTo(CpuMap.of(0));
        part.pinVcpu(context, guest.key(), 1, CpuMap.of(0, 1));
        assertThatThrownBy(() -> part.pinVcpu(context, guest.key(), 1, CpuMap.of(40)))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG));
    }

    @Test
    void changesTheMostMemory() {
        long before = now().maxMemory();
        part.setMaxMemory(context, guest.key(), 200 * 1024);
        assertThat(now().maxMemory()).isEqualTo(200 * 1024);
        part.setMaxMemory(context, guest.key(), before);
        assertThat(now().maxMemory()).isEqualTo(before);
    }

    @Test
    void changesTheSchedulerAsXlSeesIt(TestReporter reporter) throws IOException {
        String name = xl("info", "xen_scheduler").strip();
        assertThat(part.schedulerType(context).name()).isEqualTo(name);
        part.setSchedulerParameters(context, guest.key(), List.of(TypedParameter.ofUint("weight", 700)));
        part.setSchedulerParameters(context, guest.key(), List.of(TypedParameter.ofUint("cap", 60)));
        List<TypedParameter> parameters = part.schedulerParameters(context, guest.key());
        reporter.publishEntry("scheduler", parameters.toString());
        assertThat(parameters).containsExactly(TypedParameter.ofUint("weight", 700), TypedParameter.ofUint("cap", 60));
        assertThat(xl("sched-" + name, "-d", guest.key().name())).containsPattern("700 +60");
        part.setSchedulerParameters(context, guest.key(), List.of(TypedParameter.ofUint("cap", 0)));
    }

    @Test
    void worksOnLockedMemoryToo() {
        HostPaths paths = HostPaths.ofThisMachine();
        try (Hypervisor hypervisor =
                new Hypervisor(PrivcmdPort.open(paths.privcmd(), Path.of("/dev/xen/no-such-device")))) {
            assertThat(hypervisor.capabilities()).contains("xen-3.0-x86_64");
            assertThat(hypervisor.domains()).isNotEmpty();
            assertThat(hypervisor.vcpus().affinity(0, 0, 2).isEmpty()).isFalse();
        }
    }
}
