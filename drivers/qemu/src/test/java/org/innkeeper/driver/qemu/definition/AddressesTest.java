package org.innkeeper.driver.qemu.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static GuestDefinition complete(String machine, String devices) {
        return GuestDefinition.complete(
                XmlElement.parse("<domain type='qemu'><name>g</name><memory>65536</memory><os><type machine='" + machine
                        + "'>hvm</type></os><devices>" + devices + "</devices></domain>"),
                StoredEmulators.qemu72());
    }

    private static String nics(int count) {
        return "<interface type='user'><model type='virtio'/></interface>".repeat(count);
    }

    private static List<PciAddress> addresses(GuestDefinition guest, String kind) {
        return guest.devices(kind).stream().map(PciAddress::of).toList();
    }

    private static List<String> models(GuestDefinition guest) {
        return guest.controllers("pci").stream()
                .map(controller -> controller.attribute("model"))
                .toList();
    }

    @Test
    void slotsOfAnOldPcAreTakenInOrder() {
        GuestDefinition guest = complete("pc", nics(2) + "<video><model type='vga'/></video>");
        assertThat(addresses(guest, "video")).containsExactly(new PciAddress(0, 2, 0));
        assertThat(addresses(guest, "interface")).containsExactly(new PciAddress(0, 3, 0), new PciAddress(0, 4, 0));
        assertThat(addresses(guest, "memballoon")).containsExactly(new PciAddress(0, 5, 0));
    }

    @Test
    void moreDevicesThanSlotsGetABridge() {
        GuestDefinition guest = complete("pc", nics(40));
        assertThat(models(guest)).containsExactly("pci-root", "pci-bridge");
        assertThat(addresses(guest, "interface")).doesNotHaveDuplicates();
        assertThat(addresses(guest, "interface")).anyMatch(address -> address.bus() == 1);
    }

    @Test
    void eachExpressDeviceGetsAPortAndOneStaysFree() {
        GuestDefinition guest = complete("q35", nics(3) + "<memballoon model='none'/>");
        // One for USB, three for the interfaces, one free.
        assertThat(models(guest)).hasSize(6).endsWith("pcie-root-port");
        assertThat(addresses(guest, "interface"))
                .containsExactly(new PciAddress(1, 0, 0), new PciAddress(2, 0, 0), new PciAddress(3, 0, 0));
        List<XmlElement> ports = guest.controllers("pci").subList(1, 6);
        assertThat(ports.stream().map(PciAddress::of))
                .extracting(PciAddress::text)
                .containsExactly("0x1", "0x1.0x1", "0x1.0x2", "0x1.0x3", "0x1.0x4");
        assertThat(ports.get(0).element("address").attribute("multifunction")).isEqualTo("on");
    }

    @Test
    void oldDevicesOnANewPcGetABridgeOfTheirOwn() {
        GuestDefinition guest = complete("q35", "<interface type='user'><model type='e1000'/></interface>");
        assertThat(models(guest)).startsWith("pcie-root", "pcie-root-port", "pcie-to-pci-bridge");
        assertThat(addresses(guest, "interface")).containsExactly(new PciAddress(2, 1, 0));
        assertThat(PciAddress.of(guest.controllers("pci").get(2))).isEqualTo(new PciAddress(1, 0, 0));
    }

    @Test
    void anAddressThatIsSaidIsKept() {
        String fixed = "<interface type='user'><model type='virtio'/>"
                + "<address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/></interface>";
        GuestDefinition guest = complete("pc", nics(1) + fixed);
        assertThat(addresses(guest, "interface")).containsExactly(new PciAddress(0, 3, 0), new PciAddress(0, 2, 0));
        assertThatThrownBy(() -> complete("pc", fixed + fixed))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("0x2");
        assertThatThrownBy(() -> complete("pc", fixed.replace("0x02", "0x20"))).hasMessageContaining("out of range");
        assertThatThrownBy(() -> complete("pc", fixed.replace("0x02", "0x01"))).hasMessageContaining("built in");
    }

    @Test
    void aBusThatIsNamedButMissingIsAdded() {
        String far = "<interface type='user'><model type='virtio'/>"
                + "<address type='pci' bus='0x03' slot='0x00' function='0x0'/></interface>";
        GuestDefinition guest = complete("q35", far);
        assertThat(addresses(guest, "interface")).containsExactly(new PciAddress(3, 0, 0));
        assertThat(guest.controllers("pci").size()).isGreaterThan(3);
    }

    @Test
    void usbDevicesGetPortsAndHubsWhereThereAreTooFew() {
        GuestDefinition few = complete("pc", "<input type='tablet'/><input type='keyboard' bus='usb'/>");
        assertThat(few.devices("hub")).isEmpty();
        assertThat(few.devices("input"))
                .extracting(input -> Nodes.text(input, "address@port"))
                .containsExactly("1", "2");
        GuestDefinition many = complete("pc", "<input type='tablet'/>".repeat(9));
        assertThat(many.devices("hub")).hasSize(1);
        assertThat(many.devices("input"))
                .extracting(input -> Nodes.text(input, "address@port"))
                .doesNotHaveDuplicates()
                .contains("2", "1.1", "1.8");
        assertThatThrownBy(() -> complete("pc", "<controller type='usb' model='none'/><input type='tablet'/>"))
                .hasMessageContaining("controller of type usb");
    }

    @Test
    void aliasesAreLibvirtsOrTheUsersOwn() {
        GuestDefinition guest = complete(
                "pc",
                "<disk type='file' device='disk'><source file='/d'/><target dev='vdb' bus='virtio'/>"
                        + "<alias name='ua-mine'/></disk>"
                        + "<disk type='file' device='disk'><source file='/e'/><target dev='hdd' bus='ide'/>"
                        + "<alias name='stale'/></disk>");
        assertThat(guest.devices("disk"))
                .extracting(disk -> Nodes.text(disk, "alias@name"))
                .containsExactly("ua-mine", "ide0-1-1");
        assertThat(guest.controllers("ide"))
                .extracting(ide -> Nodes.text(ide, "alias@name"))
                .containsExactly("ide");
        assertThatThrownBy(() -> complete(
                        "pc",
                        Stream.of("vda", "vdb")
                                .map(name -> "<disk type='file' device='disk'><source file='/d'/><target dev='" + name
                                        + "' bus='virtio'/><alias name='ua-same'/></disk>")
                                .reduce("", String::concat)))
                .hasMessageContaining("ua-same");
    }

    @Test
    void disksOfABusStandTogetherInTheOrderOfTheirNames() {
        GuestDefinition guest = complete(
                "pc",
                Stream.of("vdb", "hda", "vda", "hdc")
                        .map(name -> "<disk type='file' device='disk'><source file='/" + name + "'/><target dev='"
                                + name + "'/></disk>")
                        .reduce("", String::concat));
        assertThat(guest.orderedDisks()).extracting(DiskTarget::name).containsExactly("vda", "vdb", "hda", "hdc");
    }

    @Test
    void targetsHaveNumbers() {
        XmlElement disk = XmlElement.parse("<disk><target dev='sdaa'/></disk>");
        assertThat(DiskTarget.index(disk)).isEqualTo(26);
        assertThat(DiskTarget.bus(disk)).isEqualTo("scsi");
        assertThat(DiskTarget.index(XmlElement.parse("<disk><target dev='xvdc'/></disk>")))
                .isEqualTo(2);
        assertThatThrownBy(() -> DiskTarget.index(XmlElement.parse("<disk><target dev='7'/></disk>")))
                .isInstanceOf(InnkeeperException.class);
        assertThatThrownBy(() -> DiskTarget.name(XmlElement.parse("<disk/>"))).hasMessageContaining("target");
    }

    @Test
    void companionsOfAnIch9ShareASlot() {
        String controllers = Stream.of("ehci1", "uhci1", "uhci2", "uhci3")
                .map(model -> "<controller type='usb' index='0' model='ich9-" + model + "'/>")
                .reduce("", String::concat);
        GuestDefinition guest = complete("q35", controllers);
        assertThat(guest.controllers("usb").stream().map(PciAddress::of))
                .extracting(PciAddress::text)
                .containsExactly("0x1d.0x7", "0x1d", "0x1d.0x1", "0x1d.0x2");
        GuestDefinition old = complete("pc", controllers);
        assertThat(old.controllers("usb").stream().map(PciAddress::of).map(PciAddress::slot))
                .containsOnly(PciAddress.of(old.controllers("usb").get(0)).slot());
    }
}
