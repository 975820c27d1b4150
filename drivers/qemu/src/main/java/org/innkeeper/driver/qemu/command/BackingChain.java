package org.innkeeper.driver.qemu.command;

import java.nio.file.Path;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/**
 * The images below that of a disk. Where the definition names them, so does the command line; otherwise the emulator finds
 * them by the images' headers, which is allowed only as long as each header says the format of the next one.
 */
final class BackingChain {
    private static final int DEEPEST = 200;

    private final GuestContext guest;
    private final XmlElement disk;
    private final String name;

    /** @param name what the names of the nodes begin with */
    BackingChain(GuestContext guest, XmlElement disk, String name) {
        this.guest = guest;
        this.disk = disk;
        this.name = name;
    }

    /** Writes the nodes of the chain, and what is below into the node of the disk's format. */
    void addTo(Props formatNode, String format) {
        XmlElement backing = disk.element("backingStore");
        if (backing == null) {
            String image = Nodes.text(disk, "source@file", Nodes.text(disk, "source@dev"));
            if (format.equals("qcow2") && image != null) {
                requireFormats(Path.of(image));
            }
        } else {
            formatNode.put("backing", write(backing, 1));
        }
    }

    /** The name of the node that stands for an image of the chain; null at its end. */
    private String write(XmlElement image, int depth) {
        if (image == null || image.attribute("type") == null) {
            return null;
        }
        if (depth > DEEPEST) {
            throw Unsupported.because(disk, "the chain of images is longer than " + DEEPEST, "Commit some of them.");
        }
        XmlElement formatElement = image.element("format");
        String format = formatElement == null ? null : formatElement.attribute("type");
        if (format == null) {
            throw Unsupported.because(
                    image,
                    "the format of a backing image is not said, and it is never guessed",
                    "Add <format type='…'/>.");
        }
        String below = write(image.element("backingStore"), depth + 1);
        String storage = name + "-below" + depth + "-storage";
        String node = name + "-below" + depth + "-format";
        guest.blockdev(DiskSource.locate(guest, image)
                .put("node-name", storage)
                .put("auto-read-only", true)
                .put("discard", "unmap"));
        Props props = Props.of("node-name", node)
                .put("read-only", true)
                .put("driver", DiskNodes.formatDriver(formatElement, format))
                .put("file", storage);
        if (DiskNodes.canHaveBacking(format)) {
            props.put("backing", below);
        }
        guest.blockdev(props);
        return node;
    }

    private void requireFormats(Path top) {
        Path image = top;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Optional<BackingReference> reference = guest.host().backingOf(image);
            if (reference.isEmpty()) {
                return;
            }
            String below = reference.get().file();
            if (reference.get().format() == null) {
                throw Unsupported.because(
                        disk,
                        "the image " + image + " does not say which format the image below it has, " + below
                                + ", and it is never guessed",
                        "Say it once: qemu-img rebase -u -b '" + below + "' -F raw '" + image + "' (or -F qcow2).");
            }
            if (!reference.get().format().equals("qcow2") || below.indexOf(':') >= 0) {
                return;
            }
            image = image.resolveSibling(below);
        }
        throw Unsupported.because(disk, "the chain of images below " + top + " has no end", "Rebase one of them.");
    }
}
