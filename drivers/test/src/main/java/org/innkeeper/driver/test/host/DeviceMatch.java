package org.innkeeper.driver.test.host;

import java.util.Set;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Which device of a guest a device element means: disks go by target, interfaces by MAC address, others by what they say. */
public final class DeviceMatch {
    private static final Set<String> KINDS = Set.of(
            "disk",
            "interface",
            "controller",
            "filesystem",
            "hostdev",
            "redirdev",
            "smartcard",
            "serial",
            "parallel",
            "console",
            "channel",
            "input",
            "tpm",
            "graphics",
            "sound",
            "audio",
            "video",
            "watchdog",
            "memballoon",
            "rng",
            "panic",
            "shmem",
            "memory",
            "vsock",
            "lease",
            "nvram",
            "hub",
            "iommu",
            "crypto");

    private DeviceMatch() {}

    public static void requireDevice(XmlElement element) {
        if (!KINDS.contains(element.name())) {
            throw XmlErrors.unacceptable(element, "is not a device");
        }
        if (element.name().equals("disk") && XmlReading.attribute(element, "target", "dev") == null) {
            throw XmlErrors.unacceptable(element, "has no <target dev=>");
        }
    }

    /** The device that is meant, or null. */
    public static XmlElement find(XmlElement devices, XmlElement wanted) {
        return devices.elements(wanted.name()).stream()
                .filter(device -> matches(device, wanted))
                .findFirst()
                .orElse(null);
    }

    /** Whether a new device would take the place of one that is there. */
    public static boolean clashes(XmlElement devices, XmlElement added) {
        boolean unique = added.name().equals("disk") || added.name().equals("interface");
        return unique && find(devices, added) != null;
    }

    private static boolean matches(XmlElement device, XmlElement wanted) {
        return switch (wanted.name()) {
            case "disk" -> same(device, wanted, "target", "dev");
            case "interface" ->
                wanted.element("mac") == null
                        ? bare(device).equals(bare(wanted))
                        : XmlReading.attribute(wanted, "mac", "address")
                                .equalsIgnoreCase(XmlReading.attribute(device, "mac", "address"));
            case "graphics" -> String.valueOf(wanted.attribute("type")).equals(device.attribute("type"));
            default -> bare(device).equals(bare(wanted));
        };
    }

    private static boolean same(XmlElement one, XmlElement other, String child, String attribute) {
        return XmlReading.attribute(one, child, attribute).equals(XmlReading.attribute(other, child, attribute));
    }

    /** What a device says without what its run or the host added. */
    private static String bare(XmlElement device) {
        XmlElement copy = device.copy();
        for (String added : new String[] {"alias", "address"}) {
            if (copy.element(added) != null) {
                copy.element(added).detach();
            }
        }
        return CanonicalXml.of(copy);
    }

    /** A name for messages. */
    public static String describe(XmlElement device) {
        return switch (device.name()) {
            case "disk" -> "the disk '" + XmlReading.attribute(device, "target", "dev") + "'";
            case "interface" -> "the interface '" + XmlReading.attribute(device, "mac", "address") + "'";
            default -> "such a device <" + device.name() + ">";
        };
    }

    /** The name a running guest's device goes by. */
    public static String alias(XmlElement device) {
        String alias = XmlReading.attribute(device, "alias", "name");
        if (alias != null) {
            return alias;
        }
        return device.name().equals("disk")
                ? "disk-" + XmlReading.attribute(device, "target", "dev")
                : device.name() + "0";
    }
}
