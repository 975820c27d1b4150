package org.innkeeper.driver.xen.sexpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainFromSexprTest {
    private static XmlElement convert(String rest) {
        return DomainFromSexpr.convert(
                SexprReader.readList("(domain (domid 4)(name g)(memory 64)(maxmem 128)(vcpus 1)" + rest + ")"),
                Dialect.LIBVIRT_9,
                XendVersion.XEN_3_1);
    }

    private static XmlElement device(String kind, String rest) {
        return Elements.devices(convert(rest), kind).get(0);
    }

    @Test
    void aRoutedInterfaceIsNoBridge() {
        XmlElement card = device(
                "interface", "(device (vif (ip '192.0.2.1 2001:db8::1')(script vif-route)(mac 00:16:3e:00:00:01)))");
        assertThat(card.attribute("type")).isEqualTo("ethernet");
        assertThat(card.elements("ip")).extracting(ip -> ip.attribute("family")).containsExactly("ipv4", "ipv6");
        assertThat(Elements.attributeAt(card, "target", "dev")).isEqualTo("vif4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10240KB/s", "10MB/s", "80Mb/s@50ms", "10485760/s", "81920Kb/s"})
    void ratesOfAllUnits(String rate) {
        XmlElement card = device("interface", "(device (vif (bridge b)(rate '" + rate + "')))");
        assertThat(Elements.attributeAt(card, "bandwidth/outbound", "average")).isEqualTo("10240");
    }

    @Test
    void affinityOfAllVirtualCpusAndOfSingleOnes() {
        assertThat(convert("(cpus '0-3,^1')").element("vcpu").attribute("cpuset"))
                .isEqualTo("0,2-3");
        assertThat(convert("(cpus (1 2))").element("vcpu").attribute("cpuset")).isEqualTo("1-2");
        assertThat(convert("(cpus ((1 2) (1 2)))").element("vcpu").attribute("cpuset"))
                .isEqualTo("1-2");
        assertThat(convert("(cpus ())").element("vcpu").attribute("cpuset")).isNull();
        XmlElement uneven = DomainFromSexpr.convert(
                SexprReader.readList("(domain (name g)(memory 64)(vcpus 2)(cpus ((0) (1 3))))"),
                Dialect.LIBVIRT_9,
                XendVersion.XEN_3_1);
        assertThat(uneven.element("cputune").elements("vcpupin"))
                .extracting(pin -> pin.attribute("cpuset"))
                .containsExactly("0", "1,3");
    }

    @Test
    void aScreenWithAnEmptyTypeIsFoundByItsSwitch() {
        XmlElement screen = device("graphics", "(device (vfb (type )(vnc 1)(vncunused 0)(vncdisplay 3)))");
        assertThat(screen.attribute("port")).isEqualTo("5903");
    }

    @Test
    void devicesThatAnotherDomainServes() {
        String told = "(image (linux (kernel /k)))(device (vbd (dev xvda)(uname phy:/x)(mode w)(backend storage)))"
                + "(device (vif (bridge b)(backend net)))(device (vif (bridge b)(backend 0)))";
        XmlElement domain = convert(told);
        assertThat(Elements.attributeAt(Elements.devices(domain, "disk").get(0), "backenddomain", "name"))
                .isEqualTo("storage");
        assertThat(Elements.devices(domain, "interface").get(1).element("backenddomain"))
                .isNull();
        Sexpr.Items again = DomainToSexpr.convert(domain, Dialect.LIBVIRT_9, XendVersion.XEN_3_1);
        assertThat(again.toText()).containsOnlyOnce("(backend storage)").containsOnlyOnce("(backend net)");
    }

    @Test
    void devicesOfTheHost() {
        XmlElement device =
                device("hostdev", "(device (pci (dev (domain 0x1)(bus 0xc)(slot 0x1b)(func 0x2)) (uuid x)))");
        assertThat(Elements.attributeAt(device, "source/address", "slot")).isEqualTo("0x1b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(/dev/ttyS0 /dev/ttyS1)", "(none /dev/ttyS1)", "/dev/ttyS0"})
    void portsKeepTheirNumbers(String ports) {
        XmlElement domain = convert("(image (hvm (kernel /loader)(serial " + ports + ")))");
        Sexpr.Items again = DomainToSexpr.convert(domain, Dialect.LIBVIRT_9, XendVersion.XEN_3_1);
        assertThat(again.find("image/hvm/serial").toText()).isEqualTo("(serial " + ports + ")");
    }

    @Test
    void soundsFloppiesAndSharedDisks() {
        XmlElement domain = convert("(image (hvm (kernel /loader)(soundhw 'all')(fda /floppy.img)))"
                + "(device (vbd (dev hda:disk)(uname phy:/dev/x)(mode 'w!')))");
        assertThat(Elements.devices(domain, "sound")).hasSize(2);
        assertThat(Elements.devices(domain, "disk"))
                .extracting(disk -> disk.attribute("device"))
                .contains("floppy");
        assertThat(Elements.devices(domain, "disk")).anyMatch(disk -> disk.element("shareable") != null);
    }

    @Test
    void anInactiveDomainHasNoNumberAndNoNamesOfInterfaces() {
        XmlElement domain = DomainFromSexpr.convert(
                SexprReader.readList("(domain (name g)(memory 64)(vcpus 1)(device (vif (bridge b))))"),
                Dialect.LIBVIRT_9,
                XendVersion.XEN_3_1);
        assertThat(domain.attribute("id")).isNull();
        assertThat(Elements.devices(domain, "interface").get(0).element("target"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(uuid 1234)",
                "(vcpu_avail many)",
                "(device (vbd (uname phy:/x)))",
                "(device (vbd (dev xvda)(mode w)))",
                "(device (tap (dev xvda)(uname tap:/x)))",
                "(device (pci (dev (bus zz))))",
                "(localtime soon)",
            })
    void nonsenseIsRefused(String rest) {
        assertThatThrownBy(() -> convert(rest))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("xend tells");
    }
}
