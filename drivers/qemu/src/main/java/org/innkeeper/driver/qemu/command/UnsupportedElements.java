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

    private static final Set<String> DEVICES = Set.of(
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
            "hostdev");

    @Override
    public void write(GuestContext guest) {
        XmlElement root = guest.root();
        BLOCKS.forEach((name, reason) -> {
            XmlElement found = root.element(name);
            if (found != null && !found.isEmpty()) {
                throw Unsupported.because(found, reason, REMOVE);
            }
        });
        for (XmlElement device : guest.definition().devices()) {
            if (device.name().indexOf(':') < 0 && !DEVICES.contains(device.name())) {
                throw Unsupported.because(
                        device, "devices of kind '" + device.name() + "' are not supported yet", REMOVE);
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
}
