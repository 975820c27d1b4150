package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentCompletionTest {
    private static final String ASKED =
            """
            <domain type='xen'>
              <name>web</name>
              <title>Shop</title>
              <metadata><x:note xmlns:x='http://example.org/x'>kept</x:note></metadata>
              <memory unit='MiB' dumpCore='off'>256</memory>
              <devices>
                <disk type='file'><source file='/a'/><target dev='xvda'/><iotune><read_bytes_sec>1</read_bytes_sec></iotune></disk>
                <disk type='file'><source file='/b'/><target dev='xvdb'/><serial>B</serial></disk>
                <interface type='bridge'><source bridge='br0'/><link state='down'/></interface>
                <rng model='virtio'/>
              </devices>
            </domain>""";
    private static final String KEPT =
            """
            <domain type='xen'>
              <name>web</name>
              <memory unit='KiB'>262144</memory>
              <on_crash>destroy</on_crash>
              <devices>
                <disk type='file'><source file='/a'/><target dev='xvda' bus='xen'/></disk>
                <disk type='file'><source file='/b'/><target dev='xvdb' bus='xen'/></disk>
                <interface type='bridge'><mac address='00:16:3e:00:00:01'/><source bridge='br0'/></interface>
              </devices>
            </domain>""";

    private static XmlElement completed(String now) {
        XmlElement document = XmlElement.parse(now);
        DocumentCompletion.complete(document, XmlElement.parse(ASKED), XmlElement.parse(KEPT));
        return document;
    }

    @Test
    void whatWasLostComesBack() {
        XmlElement whole = completed(KEPT);

        assertThat(whole.element("title").text()).isEqualTo("Shop");
        assertThat(whole.element("metadata").elements().get(0).namespace()).isEqualTo("http://example.org/x");
        assertThat(whole.element("memory").attribute("dumpCore")).isEqualTo("off");
        XmlElement devices = whole.element("devices");
        assertThat(devices.elements("disk").get(0).element("iotune")).isNotNull();
        assertThat(devices.elements("disk").get(1).element("serial").text()).isEqualTo("B");
        assertThat(devices.elements("interface")).hasSize(1);
        assertThat(devices.element("interface").element("link").attribute("state"))
                .isEqualTo("down");
        assertThat(devices.element("rng")).isNotNull();
    }

    @Test
    void whatTheKeeperExpressesIsItsWord() {
        XmlElement whole = completed(KEPT);

        assertThat(whole.element("memory").text()).isEqualTo("262144");
        assertThat(whole.element("memory").attribute("unit")).isEqualTo("KiB");
        assertThat(whole.element("on_crash").text()).isEqualTo("destroy");
        assertThat(whole.element("devices")
                        .elements("disk")
                        .get(0)
                        .element("target")
                        .attribute("bus"))
                .isEqualTo("xen");
    }

    @Test
    void changesOfOthersStand() {
        XmlElement whole = completed(KEPT.replace("262144", "131072")
                .replaceFirst("(?s)<disk type='file'><source file='/b'/>.*?</disk>", "")
                .replace("br0", "br1"));

        assertThat(whole.element("memory").text()).isEqualTo("131072");
        XmlElement devices = whole.element("devices");
        assertThat(devices.elements("disk")).hasSize(1);
        assertThat(devices.elements("disk").get(0).element("iotune")).isNotNull();
        assertThat(devices.element("interface").element("source").attribute("bridge"))
                .isEqualTo("br1");
    }

    @Test
    void whatTheKeeperHasLearntStands() {
        XmlElement whole = completed(KEPT.replace("<on_crash>", "<title>Others</title><on_crash>"));

        assertThat(whole.elements("title")).hasSize(1);
        assertThat(whole.element("title").text()).isEqualTo("Others");
    }

    @Test
    void nothingIsLostWhereNothingWas() {
        XmlElement same = XmlElement.parse(KEPT);
        DocumentCompletion.complete(same, XmlElement.parse(KEPT), XmlElement.parse(KEPT));
        assertThat(CanonicalXml.sameMeaning(same, XmlElement.parse(KEPT))).isTrue();
    }

    @Test
    void devicesAreToldApartHoweverTheyAreWritten() {
        XmlElement asked = XmlElement.parse(
                """
                <devices>
                  <hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>
                  <hostdev mode='subsystem' type='pci'>
                    <source><address domain='0' bus='10' slot='0x0' function='1'/></source><rom bar='off'/>
                  </hostdev>
                  <interface type='bridge'><mac address='00:16:3E:00:00:0A'/><link state='down'/></interface>
                </devices>""");
        String kept =
                """
                <devices>
                  <interface type='bridge'><mac address='00:16:3e:00:00:0a'/></interface>
                  <hostdev mode='subsystem' type='pci'>
                    <source><address domain='0x0000' bus='0x0a' slot='0x00' function='0x1'/></source>
                  </hostdev>
                </devices>""";
        XmlElement whole = XmlElement.parse(kept);

        DocumentCompletion.complete(whole, asked, XmlElement.parse(kept));

        assertThat(whole.elements("interface")).hasSize(1);
        assertThat(whole.element("interface").element("link")).isNotNull();
        assertThat(whole.elements("hostdev")).hasSize(2);
        assertThat(whole.elements("hostdev")).allSatisfy(device -> assertThat(device.element("rom") != null)
                .isEqualTo("pci".equals(device.attribute("type"))));
    }

    @Test
    void whatTheKeeperCallsByAnotherNameIsNotThereTwice() {
        String kept = "<devices><disk><target dev='hda'/></disk></devices>";
        XmlElement asked =
                XmlElement.parse("<devices><disk><target dev='ioemu:hda'/><serial>A</serial></disk></devices>");
        XmlElement whole = XmlElement.parse(kept);

        DocumentCompletion.complete(whole, asked, XmlElement.parse(kept));

        assertThat(whole.elements("disk")).hasSize(1);
        assertThat(whole.element("disk").element("serial").text()).isEqualTo("A");
        assertThat(whole.element("disk").element("target").attribute("dev")).isEqualTo("hda");
    }
}
