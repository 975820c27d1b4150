package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.xml.capabilities.Capabilities;
import org.innkeeper.core.xml.capabilities.DomainCapabilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents about the host mean something to those who read them. */
class CapabilitiesTest {
    private DriverConnection connection;
    private NodeFacet node;

    @BeforeEach
    void open() {
        connection = new Hosts().open("test:///default");
        node = connection.facet(NodeFacet.class).orElseThrow();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void hostRunsGuestsOfItsOwnKind() {
        Capabilities capabilities = Capabilities.parse(node.capabilities(CallContext.create()));

        assertThat(capabilities.hypervisors()).containsExactly("test");
        assertThat(capabilities.guest("hvm", "i686")).isPresent();
        assertThat(capabilities.guest("hvm", "x86_64")).isPresent();
        assertThat(capabilities.guest("xen", "i686")).isPresent();
    }

    @Test
    void guestsHaveDisksOnSeveralBuses() {
        DomainCapabilities capabilities =
                DomainCapabilities.parse(node.domainCapabilities(CallContext.create(), null, "x86_64", "q35", "test"));

        assertThat(capabilities.domain()).isEqualTo("test");
        assertThat(capabilities.machine()).isEqualTo("q35");
        assertThat(capabilities.architecture()).isEqualTo("x86_64");
        assertThat(capabilities.vcpu().max()).isEqualTo(32);
        assertThat(capabilities.values("disk", "bus")).contains("virtio", "sata", "ide");
        assertThat(capabilities.values("graphics", "type")).contains("vnc", "spice");
    }
}
