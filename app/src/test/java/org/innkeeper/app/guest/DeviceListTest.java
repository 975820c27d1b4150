package org.innkeeper.app.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;

class DeviceListTest {
    private static List<DeviceList.Entry> list(String... devices) {
        return DeviceList.of(List.of(devices).stream().map(XmlElement::parse).toList(), new Texts(false));
    }

    @Test
    void countsDevicesOfAKindAndNamesDisksByTheirTarget() {
        assertThat(list(
                        "<disk type='file'><source file='/images/a.qcow2'/><target dev='vda' bus='virtio'/></disk>",
                        "<interface type='user'/>",
                        "<interface type='bridge'><source bridge='br0'/></interface>"))
                .extracting(
                        entry -> entry.facts().name(), entry -> entry.facts().line())
                .containsExactly(
                        tuple("Disk vda", "virtio · a.qcow2"),
                        tuple("Network card 1", "user"),
                        tuple("Network card 2", "bridge · br0"));
    }

    @Test
    void thePciBusIsOneEntryAtTheEnd() {
        List<DeviceList.Entry> entries = list(
                "<controller type='pci' index='0' model='pcie-root'/>",
                "<controller type='usb' index='0' model='qemu-xhci'/>",
                "<controller type='pci' index='1' model='pcie-root-port'/>",
                "<memballoon model='virtio'/>");

        assertThat(entries)
                .extracting(entry -> entry.facts().name())
                .containsExactly("Controller 1", "Memory balloon 1", "PCI bus");
        assertThat(entries.get(2).facts().line()).isEqualTo("2 controllers");
        assertThat(entries.get(2).parts())
                .extracting(part -> part.attribute("model"))
                .containsExactly("pcie-root", "pcie-root-port");
    }
}
