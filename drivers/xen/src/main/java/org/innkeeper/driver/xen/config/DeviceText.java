package org.innkeeper.driver.xen.config;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestInterface;
import org.innkeeper.driver.xen.definition.PciFunction;

/** One device in the words of xl, as they stand in its files and behind its verbs. */
public final class DeviceText {
    private DeviceText() {}

    /** A disk element, such as {@code format=raw,vdev=xvda,access=rw,backendtype=phy,target=/dev/x}. */
    public static String disk(XmlElement disk) {
        return DiskText.writeXl(GuestDisk.of(disk));
    }

    /** An element for a USB device of the host, such as {@code hostbus=1,hostaddr=3}. */
    public static String usb(XmlElement device) {
        return UsbText.write(device);
    }

    /** An element for a PCI device of the host, such as {@code 0000:01:13.0,permissive=1}. */
    public static String pci(PciFunction device) {
        return PciText.write(device, ConfigFormat.XL);
    }

    /** An interface element, such as {@code mac=00:16:3e:00:00:01,bridge=xenbr0}. */
    public static String networkInterface(XmlElement card, boolean hvm) {
        return InterfaceText.write(GuestInterface.of(card), hvm, false, ConfigFormat.XL, Dialect.LIBVIRT_9);
    }
}
