package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DhcpLease;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NetworkFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of networks that can be changed alone, and the addresses guests get. */
class NetworkPartsTest extends PlainHost {
    private static final int DELETE = 2;
    private static final int ADD_LAST = 3;
    private static final int ADD_FIRST = 4;
    private static final long BOTH = NetworkFlags.AFFECT_LIVE | NetworkFlags.AFFECT_CONFIG;

    private NetworkFacet networks;
    private NetworkRef network;

    @BeforeEach
    void findNetwork() {
        networks = facet(NetworkFacet.class);
        network = networks.lookupByName(context, "default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | <host mac='52:54:00:00:00:01' ip='192.168.122.9'/>",
                "5 | <range start='192.168.122.100' end='192.168.122.120'/>",
                "7 | <interface dev='eth9'/>",
                "9 | <portgroup name='fast'/>",
                "10 | <host ip='192.168.122.5'><hostname>box</hostname></host>",
                "11 | <txt name='a' value='b'/>",
                "12 | <srv service='ldap' protocol='tcp'/>"
            })
    void partsComeAndGo(int section, String part) {
        String start = part.substring(0, part.lastIndexOf('\'') + 1);
        networks.update(context, network, ADD_LAST, section, -1, part, BOTH);
        assertThat(networks.xml(context, network, 0)).contains(start);
        assertThat(networks.xml(context, network, NetworkFlags.XML_INACTIVE)).contains(start);

        networks.update(context, network, DELETE, section, -1, part, BOTH);

        assertThat(networks.xml(context, network, 0)).doesNotContain(start);
    }

    @Test
    void firstComesBeforeTheOthers() {
        networks.update(context, network, ADD_LAST, 11, -1, "<txt name='one' value='1'/>", BOTH);
        networks.update(context, network, ADD_FIRST, 11, -1, "<txt name='zero' value='0'/>", BOTH);

        assertThat(networks.xml(context, network, 0)).containsSubsequence("name='zero'", "name='one'");
    }

    @Test
    void wrongSectionsAndPartsAreRefused() {
        assertFails(
                ErrorCode.INVALID_ARG,
                () -> networks.update(context, network, ADD_LAST, 1, -1, "<bridge name='x'/>", BOTH));
        assertFails(ErrorCode.XML_ERROR, () -> networks.update(context, network, ADD_LAST, 4, -1, "<range/>", BOTH));
        assertFails(
                ErrorCode.OPERATION_INVALID,
                () -> networks.update(
                        context, network, ADD_LAST, 4, 7, "<host mac='52:54:00:00:00:01' ip='192.168.122.9'/>", BOTH));
        assertFails(
                ErrorCode.INVALID_ARG,
                () -> networks.update(
                        context, network, 9, 4, -1, "<host mac='52:54:00:00:00:01' ip='192.168.122.9'/>", BOTH));
    }

    @Test
    void guestsGetAddressesOfTheRange() {
        DhcpLease lease = networks.dhcpLeases(context, network, null).get(0);

        assertThat(lease.mac()).isEqualTo("aa:bb:cc:dd:ee:ff");
        assertThat(lease.ipAddress()).startsWith("192.168.122.");
        assertThat(lease.prefix()).isEqualTo(24);
        assertThat(lease.hostname()).isEqualTo("test");
        assertThat(facet(ConsoleFacet.class)
                        .interfaceAddresses(context, test, 0)
                        .get(0)
                        .addresses())
                .containsExactly(lease.ipAddress() + "/24");
    }

    @Test
    void reservedAddressIsTheOneItGets() {
        networks.update(
                context,
                network,
                ADD_LAST,
                4,
                -1,
                "<host mac='AA:BB:CC:DD:EE:FF' ip='192.168.122.77'/>",
                NetworkFlags.AFFECT_LIVE);

        assertThat(networks.dhcpLeases(context, network, "AA:bb:cc:dd:ee:ff")
                        .get(0)
                        .ipAddress())
                .isEqualTo("192.168.122.77");
    }

    @Test
    void bridgeBelongsToOneActiveNetwork() {
        NetworkRef second = networks.defineXml(
                context,
                "<network><name>second</name><uuid>" + UUID.randomUUID() + "</uuid><bridge name='virbr0'/></network>");

        assertFails(ErrorCode.OPERATION_INVALID, () -> networks.start(context, second));
        networks.destroy(context, network);
        networks.start(context, second);
        assertThat(networks.isActive(context, second)).isTrue();
    }
}
