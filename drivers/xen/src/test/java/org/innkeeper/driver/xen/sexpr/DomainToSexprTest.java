package org.innkeeper.driver.xen.sexpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainToSexprTest {
    private static final String START =
            "<domain type='xen'><name>g</name><memory>262145</memory><vcpu>2</vcpu><bootloader>/usr/bin/pygrub</bootloader>";

    private static Sexpr.Items convert(String rest) {
        return DomainToSexpr.convert(
                XmlElement.parse(START + rest + "</domain>"), Dialect.LIBVIRT_9, XendVersion.XEN_3_1);
    }

    private static Sexpr.Items device(String xml) {
        return (Sexpr.Items) convert("<devices>" + xml + "</devices>")
                .item("device")
                .values()
                .get(1);
    }

    @Test
    void memoryIsRoundedUp() {
        assertThat(convert("").text("memory")).isEqualTo("257");
        assertThat(convert("").text("maxmem")).isEqualTo("257");
    }

    @Test
    void aRoutedInterfaceHasItsAddresses() {
        Sexpr.Items vif = device(
                "<interface type='ethernet'><mac address='00:16:3e:00:00:01'/>"
                        + "<ip address='192.0.2.1'/><ip address='192.0.2.2'/><script path='vif-route'/><target dev='tap7'/></interface>");
        assertThat(vif.text("ip")).isEqualTo("192.0.2.1 192.0.2.2");
        assertThat(vif.text("script")).isEqualTo("vif-route");
        assertThat(vif.text("vifname")).isEqualTo("tap7");
    }

    @Test
    void devicesOfTheHostAreOneList() {
        String address = "<hostdev mode='subsystem' type='pci'><source><address domain='0x0001' bus='0x0c' slot='0x1b'"
                + " function='0x2'/></source></hostdev>";
        assertThat(device(address + address).toText())
                .isEqualTo("(pci (dev (domain 0x0001) (bus 0x0c) (slot 0x1b) (func 0x2))"
                        + " (dev (domain 0x0001) (bus 0x0c) (slot 0x1b) (func 0x2)))");
    }

    @Test
    void aPathOfABlockDeviceIsCompleted() {
        Sexpr.Items disk = device("<disk type='block'><source dev='vg/lv'/><target dev='xvda'/><shareable/></disk>");
        assertThat(disk.text("uname")).isEqualTo("phy:/dev/vg/lv");
        assertThat(disk.text("mode")).isEqualTo("w!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<devices><disk type='volume'><source file='/x'/><target dev='xvda'/></disk></devices>",
                "<devices><disk type='file'><target dev='xvda'/></disk></devices>",
                "<devices><disk type='file'><source file='/x'/></disk></devices>",
                "<devices><interface type='user'/></devices>",
                "<devices><interface type='network'><source network='default'/></interface></devices>",
                "<clock offset='timezone' timezone='Europe/Paris'/>",
                "<os><type>hvm</type></os>",
            })
    void whatXendDoesNotHaveIsRefused(String rest) {
        assertThatThrownBy(() -> convert(rest)).isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(
                        e.info().code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED));
    }

    @Test
    void aKernelOrABootloaderIsNeeded() {
        XmlElement domain =
                XmlElement.parse("<domain><name>g</name><memory>1024</memory><os><type>linux</type></os></domain>");
        assertThatThrownBy(() -> DomainToSexpr.convert(domain, Dialect.LIBVIRT_9, XendVersion.XEN_3_1))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("kernel or a bootloader");
    }
}
