package org.innkeeper.driver.qemu.command;

import java.util.Map;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Refuses what would change how the guest behaves and cannot be had, instead of leaving it out in silence. */
final class UnsupportedElements implements CommandSection {
    private static final String REMOVE = "Remove the element, or run the guest on a host with libvirt.";

    private static final Map<String, String> BLOCKS = Map.of(
            "cputune", "CPU tuning is not supported yet",
            "numatune", "binding memory to NUMA nodes is not supported yet",
            "memtune", "limits of the emulator's memory are not supported yet",
            "blkiotune", "weights and limits by the host's I/O scheduler are not supported yet",
            "launchSecurity", "encrypted guests are not supported yet",
            "idmap", "user id maps belong to containers",
            "keywrap", "key wrapping belongs to mainframes");

    /** What this driver knows inside an element; anything else there would be lost. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "devices",
                    Set.of(
                            "emulator",
                            "disk",
                            "controller",
                            "interface",
                            "input",
                            "graphics",
                            "video",
                            "serial",
                            "parallel",
                            "console",
                            "channel",
                            "memballoon",
                            "rng",
                            "watchdog",
                            "sound",
                            "audio",
                            "hub",
                            "redirdev",
                            "panic",
                            "vsock",
                            "filesystem",
                            "hostdev"),
            "features",
                    Set.of(
                            "acpi",
                            "apic",
                            "pae",
                            "hap",
                            "vmport",
                            "smm",
                            "ioapic",
                            "kvm",
                            "hyperv",
                            "pmu",
                            "pvspinlock",
                            "vmcoreinfo",
                            "tcg"),
            "features/kvm", Set.of("hidden", "hint-dedicated", "poll-control", "dirty-ring"),
            "cpu", Set.of("model", "vendor", "topology", "feature", "numa", "cache", "maxphysaddr"),
            "memoryBacking", Set.of("hugepages", "nosharepages", "locked", "source", "access", "allocation", "discard"),
            "os",
                    Set.of(
                            "type",
                            "loader",
                            "nvram",
                            "boot",
                            "bootmenu",
                            "bios",
                            "smbios",
                            "kernel",
                            "initrd",
                            "cmdline",
                            "dtb",
                            "acpi",
                            "firmware"));

    private static final Map<String, Set<String>> KNOWN_OF_DEVICES = Map.of(
            "disk",
                    Set.of(
                            "driver",
                            "source",
                            "target",
                            "iotune",
                            "serial",
                            "wwn",
                            "vendor",
                            "product",
                            "boot",
                            "blockio",
                            "geometry",
                            "readonly",
                            "shareable",
                            "address",
                            "alias",
                            "backingStore",
                            "encryption",
                            "transient",
                            "mirror",
                            "auth"),
            "disk/source", Set.of("host", "seclabel", "encryption", "auth", "initiator", "snapshot", "config"),
            "disk/driver", Set.of(),
            "interface",
                    Set.of(
                            "mac",
                            "model",
                            "source",
                            "target",
                            "boot",
                            "driver",
                            "script",
                            "address",
                            "alias",
                            "rom",
                            "mtu",
                            "ip",
                            "backend",
                            "tune",
                            "link",
                            "bandwidth",
                            "filterref",
                            "virtualport",
                            "vlan",
                            "teaming",
                            "portForward"));

    private static final Set<String> TIMERS =
            Set.of("rtc", "pit", "hpet", "kvmclock", "hypervclock", "tsc", "platform");

    @Override
    public void write(GuestContext guest) {
        XmlElement root = guest.root();
        BLOCKS.forEach((name, reason) -> {
            XmlElement found = root.element(name);
            if (found != null && !found.isEmpty()) {
                throw Unsupported.because(found, reason, REMOVE);
            }
        });
        KNOWN.forEach((path, names) -> requireKnown(Nodes.child(root, path), names));
        KNOWN_OF_DEVICES.forEach((path, names) -> {
            int slash = path.indexOf('/');
            for (XmlElement device : guest.definition().devices(slash < 0 ? path : path.substring(0, slash))) {
                requireKnown(slash < 0 ? device : Nodes.child(device, path.substring(slash + 1)), names);
            }
        });
        for (XmlElement timer : Nodes.all(root, "clock/timer")) {
            String name = Nodes.text(timer, "@name", "");
            if (!TIMERS.contains(name) && !Nodes.isOff(timer, "@present")) {
                throw Unsupported.value(timer, "timer", name, String.join(", ", TIMERS));
            }
        }
        if (!Nodes.text(root, "os/type", "hvm").equals("hvm")) {
            throw Unsupported.value(Nodes.child(root, "os/type"), "OS type", Nodes.text(root, "os/type"), "hvm");
        }
        if (!Nodes.all(root, "cpu/feature").isEmpty() && Nodes.is(root, "cpu@match", "strict")) {
            throw Unsupported.because(
                    root.element("cpu"), "match='strict' cannot be checked on this host", "Use match='exact'.");
        }
    }

    /** Extensions in other namespaces, and what is switched off, are none of our business. */
    private static void requireKnown(XmlElement parent, Set<String> names) {
        if (parent == null) {
            return;
        }
        for (XmlElement element : parent.elements()) {
            boolean foreign = element.name().indexOf(':') >= 0;
            boolean off = "off".equals(element.attribute("state"));
            if (!foreign && !off && !names.contains(element.name())) {
                throw Unsupported.because(
                        element, "<" + element.name() + "> in <" + parent.name() + "> is not supported yet", REMOVE);
            }
        }
    }
}
