package org.innkeeper.core.xml.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkDocumentTest {
    private static String network(String content) {
        return "<network><name>n</name>" + content + "</network>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<mac address='01:00:00:00:00:00'/>|<mac>|multicast",
                "<forward mode='tunnel'/>|<network>|no value of forward@mode",
                "<forward mode='open' dev='eth0'/>|<forward>|has no device",
                "<forward mode='hostdev'/><bridge name='a'/>|<bridge>|has no bridge",
                "<forward mode='route'><nat/></forward>|<nat>|only for forward mode 'nat'",
                "<forward mode='hostdev'><address bus='1'/><address bus='1'/></forward>|<address>|given twice",
                "<dns enable='no'><txt name='a' value='b'/></dns>|<dns>|DNS is off",
                "<dns><txt name='a b'/></dns>|<txt>|without blanks",
                "<dns><host ip='10.0.0.1'/></dns>|<host>|<hostname>",
                "<dns><srv service='x'/></dns>|<srv>|'protocol'",
                "<portgroup name='a'/><portgroup name='a'/>|<portgroup>|of its own",
                "<portgroup name='a' default='yes'/><portgroup name='b' default='yes'/>|<portgroup>|by default",
                "<ip address='10.0.0'/>|<ip>|no IP address",
                "<ip address='2001:db8::1'/>|<ip>|mind 'family'",
                "<ip address='10.0.0.1' netmask='255.0.255.0'/>|<ip>|no IPv4 mask",
                "<ip address='10.0.0.1' prefix='40'/>|<ip>|from 0 to 32",
                "<ip address='10.0.0.1' prefix='8' netmask='255.0.0.0'/>|<ip>|cannot stand together",
                "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.1.2' end='10.0.1.9'/></dhcp></ip>|<range>|not within",
                "<ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.9' end='10.0.0.2'/></dhcp></ip>|<range>|before it starts",
                "<ip address='10.0.0.1' prefix='24'><dhcp><host mac='52:54:00:00:00:01'/></dhcp></ip>|<host>|'ip' or 'name'",
                "<ip address='10.0.0.1'><dhcp/></ip><ip address='10.1.0.1'><dhcp/></ip>|<dhcp>|only one IPv4"
            })
    void brokenNetworksAreRefused(String content, String element, String reason) {
        assertThatThrownBy(() -> NetworkDocument.parse(network(content)))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageStartingWith(element)
                .hasMessageContaining(reason);
    }

    @Test
    void aNetworkNeedsAName() {
        assertThatThrownBy(() -> NetworkDocument.parse("<network/>")).hasMessageContaining("no <name>");
        assertThatThrownBy(() -> NetworkDocument.read("<domain/>")).hasMessageContaining("must be <network>");
    }

    @Test
    void completionSaysWhatIsMeant() {
        NetworkDocument network = NetworkDocument.parse(
                network("<forward dev='eth0'/><bridge name='virbr3'/><mac address='52:54:00:AA:BB:CC'/>"));
        NetworkCompletion.complete(network);
        assertThat(network.toText())
                .isEqualTo("<network><name>n</name><forward dev='eth0' mode='nat'><interface dev='eth0'/></forward>"
                        + "<bridge name='virbr3' stp='on' delay='0'/><mac address='52:54:00:aa:bb:cc'/></network>");
    }
}
