package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** Directories of the host that the guest can mount over 9P. */
final class FilesystemDevices implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        guest.definition().devices("filesystem").forEach(each -> write(guest, each));
    }

    private static void write(GuestContext guest, XmlElement filesystem) {
        String driver = Nodes.text(filesystem, "driver@type", "path");
        if (!driver.equals("path") || !Nodes.text(filesystem, "@type", "mount").equals("mount")) {
            throw Unsupported.because(
                    filesystem,
                    "of shared directories only those over 9P are supported yet",
                    "Use type='mount' without a <driver>.");
        }
        String mode = Nodes.text(filesystem, "@accessmode", "passthrough");
        String model =
                switch (mode) {
                    case "passthrough", "mapped" -> mode;
                    case "squash" -> "none";
                    default -> throw Unsupported.value(filesystem, "access mode", mode, "passthrough, mapped, squash");
                };
        String alias = guest.alias(filesystem);
        OptionValue back = OptionValue.of("local").with("security_model", model);
        back.withIfSet("fmode", Nodes.text(filesystem, "@fmode"));
        back.withIfSet("dmode", Nodes.text(filesystem, "@dmode"));
        back.withIfSet("multidevs", Nodes.text(filesystem, "@multidevs"));
        back.with("id", "fsdev-" + alias).with("path", Nodes.text(filesystem, "source@dir", ""));
        if (Nodes.has(filesystem, "readonly")) {
            back.with("readonly", "on");
        }
        guest.option("-fsdev", back);
        Props props = VirtioDriver.options(
                filesystem, Props.of("driver", VirtioDriver.name("virtio-9p", filesystem.attribute("model"))));
        props.put("id", alias).put("fsdev", "fsdev-" + alias);
        props.put("mount_tag", Nodes.text(filesystem, "target@dir", ""));
        guest.device(BusAddress.pci(guest, filesystem, props));
    }
}
