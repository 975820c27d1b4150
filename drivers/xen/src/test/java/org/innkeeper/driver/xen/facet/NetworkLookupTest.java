package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces of virtual networks: Xen is told the network's bridge. */
class NetworkLookupTest {
    private static final String GUEST =
            """
            <domain type='xen'>
              <name>web</name>
              <memory>65536</memory>
              <bootloader>/usr/bin/pygrub</bootloader>
              <os><type>linux</type></os>
              <devices>
                <interface type='network'><source %s='default'/></interface>
              </devices>
            </domain>
            """;

    /** A machine with one network, {@code default}, whose bridge is virbr7. */
    private static final LocalServices WITH_NETWORK = new LocalServices() {
        @Override
        public <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot) {
            if (facet != NetworkFacet.class) {
                return Optional.empty();
            }
            Object networks = Proxy.newProxyInstance(
                    facet.getClassLoader(),
                    new Class<?>[] {facet},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "lookupByName" -> new NetworkRef((String) arguments[1], UUID.randomUUID());
                        case "bridgeName" -> "virbr7";
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
            return Optional.of(facet.cast(networks));
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"network", "name"})
    void aNetworkIsItsBridge(String attribute) {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            DomainFacet domains =
                    host.open(host.uri(), WITH_NETWORK).facet(DomainFacet.class).orElseThrow();

            DomainRef web = domains.createXml(CallContext.create(), GUEST.formatted(attribute), 0);

            XmlElement live =
                    XmlDocument.parse(domains.xml(CallContext.create(), web, 0)).root();
            XmlElement card = Elements.devices(live, "interface").get(0);
            assertThat(card.attribute("type")).isEqualTo("bridge");
            assertThat(card.element("source").attribute("bridge")).isEqualTo("virbr7");
            assertThat(card.element("target").attribute("dev")).isEqualTo("vif" + web.id() + ".0");
        }
    }

    @Test
    void aDefinitionKeepsTheNameOfItsNetwork() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_4)) {
            CallContext call = CallContext.create();
            DomainFacet domains =
                    host.open(host.uri(), WITH_NETWORK).facet(DomainFacet.class).orElseThrow();
            DomainRef web = domains.defineXml(call, GUEST.formatted("network"), 0);
            assertNetwork(domains.xml(call, web, DomainFlags.XML_INACTIVE));

            domains.setMaxMemory(call, web, 131_072);
            assertNetwork(domains.xml(call, web, DomainFlags.XML_INACTIVE));

            // Another connection may find nobody who knows networks.
            DomainFacet others = host.open().facet(DomainFacet.class).orElseThrow();
            others.setMaxMemory(call, web, 65_536);
            assertNetwork(others.xml(call, web, DomainFlags.XML_INACTIVE));
            assertThat(others.start(call, web, 0).active()).isTrue();
        }
    }

    private static void assertNetwork(String definition) {
        XmlElement card = Elements.devices(XmlDocument.parse(definition).root(), "interface")
                .get(0);
        assertThat(card.attribute("type")).isEqualTo("network");
        assertThat(card.element("source").attribute("network")).isEqualTo("default");
        assertThat(card.element("source").attribute("bridge")).isEqualTo("virbr7");
    }

    @Test
    void whereNobodyKnowsNetworksTheBridgeIsToBeNamed() {
        try (XenSandbox host = new XenSandbox(StandInVersion.XEN_3_1)) {
            DomainFacet domains = host.open().facet(DomainFacet.class).orElseThrow();

            assertThatThrownBy(() -> domains.createXml(CallContext.create(), GUEST.formatted("network"), 0))
                    .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
                        assertThat(e).hasMessageContaining("name the bridge");
                    });
        }
    }
}
