package org.innkeeper.driver.qemu.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;

/** Whether the files a guest needs are there, may be read, and are not written by another guest. */
final class ImageChecks {
    private static final System.Logger LOG = System.getLogger(ImageChecks.class.getName());

    /**
     * A file as one guest uses it.
     *
     * @param what which part of the definition, for messages
     * @param path where it is
     * @param writes whether the guest may change it
     * @param shared whether the definition says that others may use it too
     */
    record ImageUse(String what, Path path, boolean writes, boolean shared) {
        boolean conflictsWith(ImageUse other) {
            return (writes || other.writes)
                    && !(shared && other.shared)
                    && realPath(path).equals(realPath(other.path));
        }
    }

    private ImageChecks() {}

    /** Fails where a file is missing, may not be used, or is in use by another active guest. */
    static void check(Guest guest, Definition definition, GuestRegistry guests) {
        bootFiles(definition).forEach(use -> requireUsable(guest, use));
        List<ImageUse> uses = images(definition);
        uses.forEach(use -> requireUsable(guest, use));
        for (Guest other : guests.all()) {
            if (other != guest) {
                other.view().run().ifPresent(run -> requireUnused(guest, uses, other, images(run.live())));
            }
        }
    }

    /** The files and block devices behind the disks of a definition. */
    static List<ImageUse> images(Definition definition) {
        return definition.devices("disk").stream().flatMap(ImageChecks::image).toList();
    }

    private static Stream<ImageUse> image(XmlElement disk) {
        XmlElement source = disk.element("source");
        String path = source == null
                ? null
                : Optional.ofNullable(source.attribute("file")).orElse(source.attribute("dev"));
        if (path == null || path.isEmpty()) {
            return Stream.empty();
        }
        String target = Optional.ofNullable(disk.element("target"))
                .map(t -> t.attribute("dev"))
                .orElse("?");
        boolean readOnly = "cdrom".equals(disk.attribute("device")) || disk.element("readonly") != null;
        return Stream.of(new ImageUse("disk " + target, Path.of(path), !readOnly, disk.element("shareable") != null));
    }

    private static Stream<ImageUse> bootFiles(Definition definition) {
        XmlElement os = definition.root().element("os");
        return os == null
                ? Stream.empty()
                : Stream.of("kernel", "initrd", "dtb", "loader")
                        .map(os::element)
                        .filter(element ->
                                element != null && element.text().strip().startsWith("/"))
                        .map(element -> new ImageUse(
                                element.name(), Path.of(element.text().strip()), false, true));
    }

    private static void requireUsable(Guest guest, ImageUse use) {
        Path path = use.path();
        if (!Files.exists(path)) {
            throw unusable(guest, use, "does not exist", "Correct the path, or make the file.");
        }
        if (Files.isDirectory(path)) {
            throw unusable(guest, use, "is a directory", "Name a file in it.");
        }
        if (!Files.isReadable(path)) {
            throw unusable(guest, use, "may not be read", "Give your user the right to read it.");
        }
        if (use.writes() && !Files.isWritable(path)) {
            throw unusable(
                    guest,
                    use,
                    "may not be written",
                    "Give your user the right to write it, or make the disk read-only.");
        }
    }

    private static void requireUnused(Guest guest, List<ImageUse> uses, Guest other, List<ImageUse> otherUses) {
        for (ImageUse use : uses) {
            if (otherUses.stream().anyMatch(use::conflictsWith)) {
                throw new InnkeeperException(error(
                                ErrorCode.RESOURCE_BUSY,
                                guest,
                                use,
                                "is in use by domain '" + other.view().name() + "'")
                        .withRemedy("Shut that domain down, give this one a copy, or mark the disk of both as shareable"
                                + " or read-only."));
            }
        }
    }

    private static InnkeeperException unusable(Guest guest, ImageUse use, String problem, String remedy) {
        return new InnkeeperException(
                error(ErrorCode.OPERATION_FAILED, guest, use, problem).withRemedy(remedy));
    }

    private static ErrorInfo error(ErrorCode code, Guest guest, ImageUse use, String problem) {
        String name = guest.view().name();
        String message = "domain '" + name + "': " + use.what() + ": " + use.path() + " " + problem;
        return ErrorInfo.of(code, ErrorOrigin.QEMU, message)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, use.path().toString()))
                .withDetail(use.path().toString());
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.TRACE, "no real path", e);
            return path.toAbsolutePath().normalize();
        }
    }
}
