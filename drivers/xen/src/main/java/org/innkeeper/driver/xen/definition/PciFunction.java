package org.innkeeper.driver.xen.definition;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.xml.XmlElement;

/**
 * A device of the host that the guest is given, by its address on the PCI bus.
 *
 * @param filtered whether the guest may write only what is known to be safe into the device's configuration space; null
 *     where nothing is said
 * @param managed whether it is taken from the host's driver when the guest starts
 */
public record PciFunction(int domain, int bus, int slot, int function, Boolean filtered, boolean managed) {
    private static final Pattern SHORT_FORM =
            Pattern.compile("(?:([0-9a-fA-F]{1,4}):)?([0-9a-fA-F]{1,2}):([0-9a-fA-F]{1,2})\\.([0-7])");
    private static final String FILTERING = "writeFiltering";

    public PciFunction(int domain, int bus, int slot, int function) {
        this(domain, bus, slot, function, null, false);
    }

    /** The device that a host device element names; null where it is none on the PCI bus. */
    public static PciFunction of(XmlElement hostDevice) {
        if (!"pci".equals(hostDevice.attribute("type"))) {
            return null;
        }
        XmlElement address = Elements.find(hostDevice, "source/address");
        if (address == null) {
            throw XenErrors.unsupported("A PCI device of the host needs its address");
        }
        return new PciFunction(
                number(address, "domain"),
                number(address, "bus"),
                number(address, "slot"),
                number(address, "function"),
                filtered(address.parent().attribute(FILTERING)),
                "yes".equals(hostDevice.attribute("managed")));
    }

    private static Boolean filtered(String answer) {
        return answer == null ? null : Boolean.valueOf(answer.equals("yes"));
    }

    /** The same device, with or without a limit to what the guest may write into its configuration space. */
    public PciFunction withFilter(Boolean limited) {
        return new PciFunction(domain, bus, slot, function, limited, managed);
    }

    /** The same device, taken from the host's driver by Xen's tools or by somebody before. */
    public PciFunction withManagement(boolean taken) {
        return new PciFunction(domain, bus, slot, function, filtered, taken);
    }

    private static int number(XmlElement address, String part) {
        String text = address.attribute(part);
        try {
            return text == null ? 0 : Integer.decode(text);
        } catch (NumberFormatException e) {
            throw XenErrors.unsupported("PCI address: '" + text + "' is no " + part);
        }
    }

    /** The device of an address such as {@code 0000:01:13.0}. */
    public static PciFunction parse(String text) {
        Matcher matcher = SHORT_FORM.matcher(text);
        if (!matcher.matches()) {
            throw XenErrors.unsupported("'" + text + "' is no address on the PCI bus");
        }
        String domain = matcher.group(1);
        return new PciFunction(
                domain == null ? 0 : Integer.parseInt(domain, 16),
                Integer.parseInt(matcher.group(2), 16),
                Integer.parseInt(matcher.group(3), 16),
                Integer.parseInt(matcher.group(4)));
    }

    /** The address as configuration files have it. */
    public String text() {
        return String.format(Locale.ROOT, "%04x:%02x:%02x.%x", domain, bus, slot, function);
    }

    /** The element of this device. */
    XmlElement toXml(Dialect dialect) {
        XmlElement device =
                Elements.of("hostdev", "mode", "subsystem", "type", "pci", "managed", managed ? "yes" : "no");
        if (dialect.isFrom(Dialect.LIBVIRT_3)) {
            device.add(Elements.of("driver", "name", "xen"));
        }
        XmlElement source = Elements.of("source", FILTERING, filtered == null ? null : filtered ? "yes" : "no");
        source.add(Elements.of(
                "address",
                "domain",
                String.format(Locale.ROOT, "0x%04x", domain),
                "bus",
                String.format(Locale.ROOT, "0x%02x", bus),
                "slot",
                String.format(Locale.ROOT, "0x%02x", slot),
                "function",
                "0x" + Integer.toHexString(function)));
        device.add(source);
        return device;
    }
}
