package org.innkeeper.driver.openvz.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSettingsTest {
    private static final String ADDRESSES =
            "IP_ADDRESS=\"10.0.0.1 10.0.0.2/255.255.255.0 2001:db8::1/64 0.0.0.0 :: ::0 nonsense 10.0.0.3/99\"";

    private static ContainerConfig config(String... lines) {
        return ContainerConfig.parse("101.conf", String.join("\n", lines));
    }

    private static ContainerSpec spec(String devices) {
        return SpecReader.read(
                "<domain type='openvz'><name>a</name><memory>0</memory><os><type>exe</type></os><devices>" + devices
                        + "</devices></domain>");
    }

    @Test
    void addressesOfAFileBecomeElements() {
        XmlElement devices = new XmlElement("devices");

        ContainerXml.networkOf(devices, config(ADDRESSES));

        assertThat(devices.elements("interface").stream()
                        .map(element -> element.element("ip").attributes().toString()))
                .containsExactly(
                        "{address=10.0.0.1, family=ipv4}",
                        "{address=10.0.0.2, family=ipv4, prefix=24}",
                        "{address=2001:db8::1, family=ipv6, prefix=64}");
    }

    @Test
    void sameAddressInOtherWordsIsNoChange() {
        ContainerSpec same = spec(
                """
                <interface type='ethernet'><ip address='10.0.0.1'/></interface>
                <interface type='ethernet'><ip address='10.0.0.2' netmask='255.255.255.0'/></interface>
                <interface type='ethernet'><ip family='ipv6' address='2001:0DB8:0:0::1' prefix='64'/></interface>
                """);

        SettingChanges changes = new SettingChanges(same, config(ADDRESSES), 2);

        assertThat(changes.removals()).isEmpty();
        assertThat(changes.additions()).isEmpty();
    }

    @Test
    void otherAddressesAreToldAsVzctlWantsThem() {
        ContainerSpec other = spec("<interface type='ethernet'><ip address='2001:db8::2' prefix='48'/></interface>"
                + "<interface type='ethernet'><ip address='10.0.0.1' prefix='32'/></interface>");

        SettingChanges changes = new SettingChanges(other, config("IP_ADDRESS='10.0.0.1/24'"), 2);

        assertThat(changes.removals()).containsExactly("--ipdel", "10.0.0.1/24");
        assertThat(changes.additions()).containsExactly("--ipadd", "2001:db8::2/48", "--ipadd", "10.0.0.1/32");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 33", "10.0.0.1, 255.0.255.0", "2001:db8::1, 129", "10.0.0.1, x", "2001:db8::1, 255.255.0.0"})
    void prefixHasToFitTheAddress(String address, String prefix) {
        InnkeeperException error = catchThrowableOfType(
                InnkeeperException.class,
                () -> spec("<interface type='ethernet'><ip address='" + address + "' prefix='" + prefix
                        + "'/></interface>"));

        assertThat(error.code()).isIn(ErrorCode.XML_ERROR, ErrorCode.XML_DETAIL);
    }

    @Test
    void allFieldsOfSeveralDevicesAreRead() {
        List<NetInterface> devices = NetInterface.of(config("NETIF=\"ifname=eth0,bridge=br0,mac=00:18:51:AA:00:01,"
                + "host_ifname=veth101.0,host_mac=00:18:51:AA:00:02,mac_filter=off;ifname=eth1;\" # two"));

        assertThat(devices)
                .containsExactly(
                        new NetInterface("eth0", "00:18:51:aa:00:01", "veth101.0", "00:18:51:aa:00:02", "br0"),
                        new NetInterface("eth1", null, null, null, null));
    }

    @Test
    void oldDialectNamesAddressesWithoutTheirMask() {
        ContainerSpec spec = SpecReader.read(
                """
                <domain type='openvz'><name>105</name><container>
                <filesystem><template>debian</template></filesystem><profile>basic</profile>
                <network><ipaddress>10.0.0.9</ipaddress><netmask>255.255.255.0</netmask></network>
                </container></domain>
                """);

        assertThat(new SettingChanges(spec, config("IP_ADDRESS=10.0.0.9"), 2).additions())
                .isEmpty();
        assertThat(new SettingChanges(spec, config(), 2).additions()).containsExactly("--ipadd", "10.0.0.9");
    }
}
