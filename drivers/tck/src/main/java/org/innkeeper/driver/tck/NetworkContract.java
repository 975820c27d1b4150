package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NetworkFlags;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Virtual networks. */
public abstract class NetworkContract extends DriverContract {
    private static final int MODIFY = 1;
    private static final int DELETE = 2;
    private static final int ADD_LAST = 3;
    private static final int DHCP_HOST = 4;
    private static final String HOST = "<host mac='52:54:00:aa:bb:cc' name='tck' ip='%s'/>";

    private final List<NetworkRef> made = new ArrayList<>();
    private NetworkFacet networks;

    /** For subclasses. */
    protected NetworkContract() {}

    @BeforeEach
    final void findNetworks() {
        networks = required(NetworkFacet.class, Feature.NETWORKS);
    }

    @AfterEach
    final void removeNetworks() {
        for (NetworkRef network : made) {
            if (networks.list(call(), NetworkFlags.LIST_ACTIVE).contains(network)) {
                networks.destroy(call(), network);
            }
            if (networks.list(call(), 0).contains(network)) {
                networks.undefine(call(), network);
            }
        }
    }

    private NetworkRef definedNetwork() {
        NetworkRef network = networks.defineXml(call(), fixture.networkXml(uniqueName("net"), UUID.randomUUID()));
        made.add(network);
        return network;
    }

    @Test
    void lifeOfANetwork() {
        NetworkRef network = definedNetwork();
        assertThat(networks.isActive(call(), network)).isFalse();
        assertThat(networks.isPersistent(call(), network)).isTrue();
        assertThat(networks.list(call(), NetworkFlags.LIST_INACTIVE)).contains(network);
        assertThat(networks.lookupByName(call(), network.name())).isEqualTo(network);
        assertThat(networks.lookupByUuid(call(), network.uuid())).isEqualTo(network);

        networks.start(call(), network);
        assertThat(networks.isActive(call(), network)).isTrue();
        assertThat(networks.list(call(), NetworkFlags.LIST_ACTIVE)).contains(network);
        assertThat(networks.bridgeName(call(), network)).isNotBlank();
        assertFails(() -> networks.start(call(), network), ErrorCode.OPERATION_INVALID);

        networks.destroy(call(), network);
        assertThat(networks.isActive(call(), network)).isFalse();
        assertFails(() -> networks.destroy(call(), network), ErrorCode.OPERATION_INVALID);
        networks.undefine(call(), network);
        assertFails(() -> networks.lookupByName(call(), network.name()), ErrorCode.NO_NETWORK);
    }

    @Test
    void transientNetworkIsGoneWhenItStops() {
        NetworkRef network = networks.createXml(call(), fixture.networkXml(uniqueName("transient"), UUID.randomUUID()));
        made.add(network);

        assertThat(networks.isActive(call(), network)).isTrue();
        assertThat(networks.isPersistent(call(), network)).isFalse();
        assertThat(networks.list(call(), NetworkFlags.LIST_TRANSIENT)).contains(network);
        assertFails(() -> networks.setAutostart(call(), network, true), ErrorCode.OPERATION_INVALID);
        assertFails(() -> networks.undefine(call(), network), ErrorCode.OPERATION_INVALID);
        networks.destroy(call(), network);
        assertThat(networks.list(call(), 0)).doesNotContain(network);
    }

    @Test
    void undefiningAnActiveNetworkMakesItTransient() {
        NetworkRef network = definedNetwork();
        networks.start(call(), network);

        networks.undefine(call(), network);

        assertThat(networks.isActive(call(), network)).isTrue();
        assertThat(networks.isPersistent(call(), network)).isFalse();
        networks.destroy(call(), network);
        assertThat(networks.list(call(), 0)).doesNotContain(network);
    }

    @Test
    void takenNameIsRefused() {
        NetworkRef first = definedNetwork();

        assertFails(
                () -> networks.defineXml(call(), fixture.networkXml(first.name(), UUID.randomUUID())),
                ErrorCode.NETWORK_EXIST,
                ErrorCode.OPERATION_FAILED);
        assertThat(networks.lookupByName(call(), first.name())).isEqualTo(first);
    }

    @Test
    void whatIsNotThereIsNoNetwork() {
        NetworkRef ghost = new NetworkRef(uniqueName("ghost"), UUID.randomUUID());

        assertFails(() -> networks.lookupByName(call(), ghost.name()), ErrorCode.NO_NETWORK);
        assertFails(() -> networks.lookupByUuid(call(), ghost.uuid()), ErrorCode.NO_NETWORK);
        assertFails(() -> networks.start(call(), ghost), ErrorCode.NO_NETWORK);
        assertFails(() -> networks.xml(call(), ghost, 0), ErrorCode.NO_NETWORK);
    }

    @Test
    void brokenXmlIsRefused() {
        assertFails(
                () -> networks.defineXml(call(), "<network><name>x</nam></network>"),
                ErrorCode.XML_DETAIL,
                ErrorCode.XML_ERROR);
        assertFails(() -> networks.defineXml(call(), "<network/>"), ErrorCode.XML_ERROR, ErrorCode.NO_NAME);
    }

    @Test
    void autostartIsRemembered() {
        NetworkRef network = definedNetwork();
        assertThat(networks.autostart(call(), network)).isFalse();

        networks.setAutostart(call(), network, true);

        assertThat(networks.autostart(call(), network)).isTrue();
        assertThat(networks.list(call(), NetworkFlags.LIST_AUTOSTART)).contains(network);
        assertThat(networks.list(call(), NetworkFlags.LIST_NO_AUTOSTART)).doesNotContain(network);
    }

    @Test
    void partOfADefinitionCanBeChanged() {
        NetworkRef network = definedNetwork();
        String host = HOST.formatted("192.168.150.20");
        long stored = NetworkFlags.AFFECT_CONFIG;

        networks.update(call(), network, ADD_LAST, DHCP_HOST, -1, host, stored);
        assertThat(dhcpHosts(network)).hasSize(1);
        assertFails(
                () -> networks.update(call(), network, ADD_LAST, DHCP_HOST, -1, host, stored),
                ErrorCode.OPERATION_INVALID);
        networks.update(call(), network, MODIFY, DHCP_HOST, -1, HOST.formatted("192.168.150.21"), stored);
        assertThat(dhcpHosts(network).get(0).attribute("ip")).isEqualTo("192.168.150.21");
        networks.update(call(), network, DELETE, DHCP_HOST, -1, HOST.formatted("192.168.150.21"), stored);
        assertThat(dhcpHosts(network)).isEmpty();
        assertFails(
                () -> networks.update(call(), network, DELETE, DHCP_HOST, -1, host, stored),
                ErrorCode.OPERATION_INVALID);
        assertFails(
                () -> networks.update(call(), network, ADD_LAST, DHCP_HOST, -1, host, NetworkFlags.AFFECT_LIVE),
                ErrorCode.OPERATION_INVALID);
    }

    private List<XmlElement> dhcpHosts(NetworkRef network) {
        XmlElement root = XmlDocument.parse(networks.xml(call(), network, NetworkFlags.XML_INACTIVE))
                .root();
        return root.element("ip").element("dhcp").elements("host");
    }

    @Test
    void leasesAreOnlyToldWhileActive() {
        NetworkRef network = definedNetwork();
        assertFails(() -> networks.dhcpLeases(call(), network, null), ErrorCode.OPERATION_INVALID);
        networks.start(call(), network);

        assertThat(networks.dhcpLeases(call(), network, "52:54:00:00:00:01")).isEmpty();
    }

    @Test
    void unknownFlagsAreRefused() {
        NetworkRef network = definedNetwork();

        assertRefusesUnknownFlag(() -> networks.list(call(), UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> networks.xml(call(), network, UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> networks.update(
                call(), network, ADD_LAST, DHCP_HOST, -1, HOST.formatted("192.168.150.22"), UNKNOWN_FLAG));
    }
}
