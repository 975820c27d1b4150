package org.innkeeper.driver.xen.xl;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.config.DeviceText;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.PciFunction;
import org.innkeeper.driver.xen.definition.XenErrors;
import org.innkeeper.driver.xen.part.DomainKey;

/** Adds, removes and changes devices of a running guest. */
final class DeviceVerbs {
    private final XlTool xl;

    DeviceVerbs(XlTool xl) {
        this.xl = xl;
    }

    void attach(CallContext context, DomainKey domain, XmlElement device, boolean hvm) {
        switch (device.name()) {
            case "disk" -> run(context, domain, "block-attach", StartFile.acceptedDisk(DeviceText.disk(device)));
            case "interface" -> {
                // xl takes each option of an interface as a word of its own.
                String options = DeviceText.networkInterface(device, hvm);
                run(context, domain, "network-attach", options.split(","));
            }
            case "hostdev" -> {
                PciFunction function = PciFunction.of(device);
                if (function != null) {
                    run(context, domain, "pci-attach", DeviceText.pci(function));
                } else {
                    run(context, domain, "usbdev-attach", DeviceText.usb(device).split(","));
                }
            }
            default -> throw unsupported(device, "added");
        }
    }

    void detach(CallContext context, DomainKey domain, XmlElement device) {
        switch (device.name()) {
            case "disk" -> run(context, domain, "block-detach", target(device));
            case "interface" -> {
                String mac = Elements.attributeAt(device, "mac", "address");
                if (mac == null) {
                    throw XenErrors.unsupported("An interface that is to be removed is named by its MAC address");
                }
                run(context, domain, "network-detach", mac);
            }
            case "hostdev" -> {
                PciFunction function = PciFunction.of(device);
                if (function == null) {
                    throw XenErrors.unsupported("xl removes PCI devices of the host only");
                }
                run(context, domain, "pci-detach", function.text());
            }
            default -> throw unsupported(device, "removed");
        }
    }

    /** Another medium in a CD-ROM drive. */
    void update(CallContext context, DomainKey domain, XmlElement device) {
        if (!device.name().equals("disk")) {
            throw unsupported(device, "changed");
        }
        GuestDisk disk = GuestDisk.of(device);
        if (!disk.isCdrom()) {
            throw XenErrors.unsupported("Of a running guest's disks only the medium of a CD-ROM drive can be changed");
        }
        if (disk.source() == null) {
            run(context, domain, "cd-eject", disk.target());
        } else {
            run(context, domain, "cd-insert", disk.target(), disk.source());
        }
    }

    private static String target(XmlElement disk) {
        String target = Elements.attributeAt(disk, "target", "dev");
        if (target == null || target.startsWith("-")) {
            throw XenErrors.unsupported("A disk that is to be removed is named by its target");
        }
        return GuestDisk.plainTarget(target);
    }

    private void run(CallContext context, DomainKey domain, String verb, String... words) {
        List<String> odd =
                Arrays.stream(words).filter(word -> word.startsWith("-")).toList();
        if (!odd.isEmpty()) {
            throw XenErrors.unsupported("xl would take '" + odd.get(0) + "' for an option");
        }
        xl.run(context, XlTool.CHANGE, domain, verb, words);
    }

    private static RuntimeException unsupported(XmlElement device, String what) {
        return XenErrors.unsupported("A device '" + Objects.toString(device.name()) + "' cannot be " + what
                + " while the guest runs; change the stored definition");
    }
}
