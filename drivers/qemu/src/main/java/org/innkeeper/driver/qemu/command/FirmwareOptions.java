package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** The firmware: none named, one image in ROM, or flash with a store of variables beside it. */
final class FirmwareOptions {
    private final GuestContext guest;
    private final XmlElement loader;
    private final XmlElement nvram;

    FirmwareOptions(GuestContext guest) {
        this.guest = guest;
        loader = Nodes.child(guest.root(), "os/loader");
        nvram = Nodes.child(guest.root(), "os/nvram");
        refuseAutomatic();
    }

    private void refuseAutomatic() {
        XmlElement os = guest.root().element("os");
        String firmware = os == null ? null : os.attribute("firmware");
        if ("efi".equals(firmware) && path(loader) == null) {
            throw Unsupported.because(
                    os,
                    "firmware='efi' asks for firmware to be chosen automatically, which is not there yet",
                    "Name the firmware: <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE.fd</loader>.");
        }
    }

    private static String path(XmlElement element) {
        return element == null || element.text().isBlank()
                ? null
                : element.text().strip();
    }

    private boolean isFlash() {
        return path(loader) != null && Nodes.is(loader, "@type", "pflash");
    }

    /** The block nodes of flash; they come before the machine that names them. */
    void writeNodes() {
        if (!isFlash()) {
            return;
        }
        writeFlash(0, path(loader), Nodes.isOn(loader, "@readonly"));
        if (variables() != null) {
            writeFlash(1, variables(), false);
        }
    }

    private String variables() {
        if (nvram != null && nvram.element("source") != null) {
            String file = Nodes.text(nvram, "source@file");
            if (file == null) {
                throw Unsupported.because(
                        nvram, "only a file can hold the firmware's variables", "Use <nvram>/path/of/file</nvram>.");
            }
            return file;
        }
        return path(nvram);
    }

    private void writeFlash(int number, String file, boolean readOnly) {
        String storage = "libvirt-pflash" + number + "-storage";
        guest.blockdev(Props.of("driver", "file")
                .put("filename", file)
                .put("node-name", storage)
                .put("auto-read-only", true)
                .put("discard", "unmap"));
        guest.blockdev(Props.of("node-name", "libvirt-pflash" + number + "-format")
                .put("read-only", readOnly)
                .put("driver", "raw")
                .put("file", storage));
    }

    void addTo(OptionValue machine) {
        if (isFlash()) {
            machine.with("pflash0", "libvirt-pflash0-format");
            if (variables() != null) {
                machine.with("pflash1", "libvirt-pflash1-format");
            }
        }
    }

    /** What is said apart from the machine: secure flash, or an image in ROM. */
    void writeImage() {
        if (isFlash() && Nodes.isOn(loader, "@secure")) {
            guest.option(
                    "-global",
                    new OptionValue()
                            .with("driver", "cfi.pflash01")
                            .with("property", "secure")
                            .with("value", "on"));
        }
        if (path(loader) != null && !isFlash()) {
            guest.option("-bios", path(loader));
        }
    }
}
