package org.innkeeper.driver.xen.xend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Dialect;
import org.innkeeper.driver.xen.definition.DomainView;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.definition.GuestDisk;
import org.innkeeper.driver.xen.definition.GuestInterface;
import org.innkeeper.driver.xen.definition.PciFunction;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.sexpr.DevicesToSexpr;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;
import org.innkeeper.driver.xen.sexpr.XendVersion;

/** Devices of running domains: added, changed and removed through xend. */
final class XendDevices {
    private static final Duration RELEASE = Duration.ofSeconds(20);
    private static final Pattern DISK_NAME = Pattern.compile("(xvd|hd|sd)([a-z]{1,2})([0-9]{0,2})");
    /** Where the kernel counts IDE disks from, by drive. */
    private static final int[] IDE = {3 << 8, (3 << 8) + 64, 22 << 8, (22 << 8) + 64};

    private final XendClient client;
    private final XendVersion version;

    XendDevices(XendClient client, XendVersion version) {
        this.client = client;
        this.version = version;
    }

    void attach(CallContext context, XendDomain domain, XmlElement device) {
        client.post(
                context,
                path(domain),
                form("op", "device_create", "config", config(domain, device).toText()));
    }

    /** A device in xend's words. */
    private Sexpr.Items config(XendDomain domain, XmlElement device) {
        DevicesToSexpr devices = new DevicesToSexpr(view(domain), version);
        return switch (device.name()) {
            case "disk" -> devices.disk(GuestDisk.of(device));
            case "interface" -> devices.networkInterface(GuestInterface.of(device));
            case "hostdev" -> {
                PciFunction function = PciFunction.of(device);
                if (function == null) {
                    throw unsupported(device);
                }
                yield DevicesToSexpr.pci(List.of(function));
            }
            default -> throw unsupported(device);
        };
    }

    private static InnkeeperException unsupported(XmlElement device) {
        return PartErrors.of(
                ErrorCode.CONFIG_UNSUPPORTED,
                ErrorOrigin.XEND,
                "xend cannot add or change a running domain's <" + device.name() + ">",
                "Change the definition; it holds from the next start on");
    }

    /** What the writer of devices wants to know of the domain: whether it is fully virtualized. */
    private static DomainView view(XendDomain domain) {
        String type = domain.told().find("image/hvm") == null ? "linux" : "hvm";
        XmlElement element = new XmlElement("domain").add(new XmlElement("os").add(Elements.text("type", type)));
        return new DomainView(element, Dialect.LIBVIRT_3);
    }

    /** Puts another medium into a drive. */
    void update(CallContext context, XendDomain domain, XmlElement device) {
        if (!device.name().equals("disk")) {
            throw unsupported(device);
        }
        GuestDisk disk = GuestDisk.of(device);
        int number = diskNumber(disk.target()).orElseThrow(() -> noDevice(domain, disk.target()));
        client.post(
                context,
                path(domain),
                form(
                        "op",
                        "device_configure",
                        "config",
                        config(domain, device).toText(),
                        "dev",
                        Integer.toString(number)));
    }

    /** Takes a device away and waits until it is gone. */
    void detach(CallContext context, XendDomain domain, XmlElement device) {
        String type;
        OptionalInt number;
        String label;
        if (device.name().equals("disk")) {
            GuestDisk disk = GuestDisk.of(device);
            label = disk.target();
            number = diskNumber(label);
            type = typeOf(domain, label);
        } else if (device.name().equals("interface")) {
            label = Elements.attributeAt(device, "mac", "address");
            number = interfaceNumber(context, domain, label);
            type = "vif";
        } else {
            throw unsupported(device);
        }
        String dev = Integer.toString(number.orElseThrow(() -> noDevice(domain, label)));
        if (!numbers(context, domain, type).contains(dev)) {
            throw noDevice(domain, label);
        }
        client.post(
                context,
                path(domain),
                form("op", "device_destroy", "type", type, "dev", dev, "force", "0", "rm_cfg", "1"));
        awaitGone(context, domain, type, dev, label);
    }

    private static String typeOf(XendDomain domain, String target) {
        for (Sexpr.Items device : domain.told().items("device")) {
            Sexpr.Items tap = device.item("tap") == null ? device.item("tap2") : device.item("tap");
            if (tap != null && tap.text("dev") != null && tap.text("dev").startsWith(target)) {
                return tap.name();
            }
        }
        return "vbd";
    }

    private void awaitGone(CallContext context, XendDomain domain, String type, String dev, String label) {
        long deadline = System.nanoTime() + RELEASE.toNanos();
        while (numbers(context, domain, type).contains(dev)) {
            if (System.nanoTime() - deadline > 0) {
                throw PartErrors.of(
                        ErrorCode.OPERATION_TIMEOUT,
                        ErrorOrigin.XEND,
                        "Domain '" + domain.name() + "' does not let go of " + label,
                        "Stop using the device in the guest, then try again");
            }
            Waits.shortly(context, "device.detach");
        }
    }

    private static InnkeeperException noDevice(XendDomain domain, String label) {
        return PartErrors.of(
                ErrorCode.DEVICE_MISSING,
                ErrorOrigin.XEND,
                "Domain '" + domain.name() + "' has no device " + label,
                "Look at the devices of its live definition");
    }

    /** The number that the kernel gives a disk of that name; empty for a name it gives none. */
    static OptionalInt diskNumber(String target) {
        Matcher name = DISK_NAME.matcher(target);
        if (!name.matches()) {
            return OptionalInt.empty();
        }
        int disk = 0;
        for (char letter : name.group(2).toCharArray()) {
            disk = disk * 26 + letter - 'a' + 1;
        }
        disk--;
        int partition = name.group(3).isEmpty() ? 0 : Integer.parseInt(name.group(3));
        return switch (name.group(1)) {
            case "hd" -> disk < IDE.length ? OptionalInt.of(IDE[disk] + partition) : OptionalInt.empty();
            case "sd" -> disk < 16 ? OptionalInt.of((8 << 8) + disk * 16 + partition) : OptionalInt.empty();
            default ->
                // Beyond the sixteenth disk, and beyond the fifteenth partition, Xen counts in another way.
                OptionalInt.of(
                        disk < 16 && partition < 16
                                ? (202 << 8) + disk * 16 + partition
                                : (1 << 28) + (disk << 8) + partition);
        };
    }

    private OptionalInt interfaceNumber(CallContext context, XendDomain domain, String mac) {
        if (mac == null) {
            throw PartErrors.invalidArgument("An interface to remove is found by its MAC address; none is given");
        }
        for (Sexpr.Items entry : entries(context, domain, "vif")) {
            if (entry.values().size() > 1
                    && entry.values().get(1) instanceof Sexpr.Items details
                    && mac.equalsIgnoreCase(details.text("mac"))) {
                return OptionalInt.of(Integer.parseInt(entry.name()));
            }
        }
        int number = 0;
        for (Sexpr.Items device : domain.told().items("device")) {
            Sexpr.Items vif = device.item("vif");
            if (vif != null && mac.toLowerCase(Locale.ROOT).equals(lower(vif.text("mac")))) {
                return OptionalInt.of(number);
            }
            number += vif == null ? 0 : 1;
        }
        return OptionalInt.empty();
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private List<String> numbers(CallContext context, XendDomain domain, String type) {
        return entries(context, domain, type).stream().map(Sexpr.Items::name).toList();
    }

    /** What the domain has of a type: {@code (NUMBER ((key value) ...))} each. */
    private List<Sexpr.Items> entries(CallContext context, XendDomain domain, String type) {
        String body = client.post(context, path(domain), form("op", "devices", "type", type))
                .body();
        List<Sexpr.Items> entries = new ArrayList<>();
        if (!body.isBlank() && SexprReader.read(body) instanceof Sexpr.Items all) {
            for (Sexpr entry : all.values()) {
                if (entry instanceof Sexpr.Items items && items.name().matches("[0-9]{1,9}")) {
                    entries.add(items);
                }
            }
        }
        return entries;
    }

    private static String path(XendDomain domain) {
        return XendInventory.path(Integer.toString(domain.id()));
    }

    private static Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
