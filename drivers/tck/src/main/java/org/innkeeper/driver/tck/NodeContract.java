package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host and the hypervisor on it. */
public abstract class NodeContract extends DriverContract {
    private NodeFacet node;

    /** For subclasses. */
    protected NodeContract() {}

    @BeforeEach
    final void findNode() {
        node = connection.facet(NodeFacet.class).orElseThrow();
    }

    @Test
    void namesItself() {
        assertThat(node.type(call())).isNotBlank();
        assertThat(node.hostname(call())).isNotBlank();
        assertThat(node.version(call())).isNotNegative();
        assertThat(node.libraryVersion(call())).isNotNegative();
        assertThat(node.maxVcpus(call(), null)).isPositive();
    }

    @Test
    void infoIsConsistent() {
        NodeInfo info = node.info(call());

        assertThat(info.model()).isNotBlank();
        assertThat(info.memory()).isPositive();
        assertThat(info.cpus()).isPositive().isLessThanOrEqualTo(info.maxCpus());
        assertThat(info.nodes()).isPositive();
        assertThat(info.mhz()).isNotNegative();
    }

    @Test
    void capabilitiesNameAGuestThatCanRun() {
        XmlElement capabilities = XmlDocument.parse(node.capabilities(call())).root();

        assertThat(capabilities.name()).isEqualTo("capabilities");
        assertThat(capabilities.element("host").element("cpu").element("arch").text())
                .isNotBlank();
        assertThat(capabilities.elements("guest")).isNotEmpty().allSatisfy(guest -> {
            assertThat(guest.element("os_type").text()).isNotBlank();
            assertThat(guest.element("arch").attribute("name")).isNotBlank();
            assertThat(guest.element("arch").elements("domain")).isNotEmpty();
        });
    }

    @Test
    void domainCapabilitiesTellWhatAGuestCanHave() {
        requires(Feature.DOMAIN_CAPABILITIES, () -> node.domainCapabilities(call(), null, null, null, null));

        XmlElement capabilities = XmlDocument.parse(node.domainCapabilities(call(), null, null, null, null))
                .root();

        assertThat(capabilities.name()).isEqualTo("domainCapabilities");
        assertThat(capabilities.element("domain").text()).isNotBlank();
        assertThat(capabilities.element("arch").text()).isNotBlank();
        assertThat(capabilities.element("devices")).isNotNull();
        assertFails(
                () -> node.domainCapabilities(call(), null, "no-such-arch", null, null),
                ErrorCode.INVALID_ARG,
                ErrorCode.CONFIG_UNSUPPORTED);
    }

    @Test
    void cpuTimeGoesForward() {
        requires(Feature.NODE_CPU_STATS, () -> node.cpuStats(call()));
        NodeCpuStats before = node.cpuStats(call());

        Awaitility.await()
                .atMost(fixture.patience())
                .until(() -> node.cpuStats(call()).total() > before.total());

        NodeCpuStats after = node.cpuStats(call());
        assertThat(after.user()).isGreaterThanOrEqualTo(before.user());
        assertThat(after.kernel()).isGreaterThanOrEqualTo(before.kernel());
        assertThat(after.idle()).isGreaterThanOrEqualTo(before.idle());
    }

    @Test
    void memoryAddsUp() {
        requires(Feature.NODE_MEMORY_STATS, () -> node.memoryStats(call()));
        NodeMemoryStats memory = node.memoryStats(call());

        assertThat(memory.total()).isPositive();
        assertThat(memory.free()).isBetween(0L, memory.total());
        assertThat(memory.used()).isBetween(0L, memory.total());
        assertThat(node.freeMemory(call())).isBetween(1L, node.info(call()).memory() << 10);
    }

    @Test
    void cellsTellTheirFreeMemory() {
        requires(Feature.NODE_FREE_CELLS, () -> node.cellsFreeMemory(call(), 0, 1));

        assertThat(node.cellsFreeMemory(call(), 0, 1_000)).isNotEmpty().allSatisfy(free -> assertThat(free)
                .isNotNegative());
        assertFails(() -> node.cellsFreeMemory(call(), 100_000, 1), ErrorCode.INVALID_ARG);
        assertFails(() -> node.cellsFreeMemory(call(), 0, 0), ErrorCode.INVALID_ARG);
    }
}
