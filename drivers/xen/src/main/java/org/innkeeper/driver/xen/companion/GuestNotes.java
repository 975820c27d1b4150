package org.innkeeper.driver.xen.companion;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * A directory with an XML file for each guest that has something to be noted, by its UUID. Files are replaced as a whole and
 * are their owner's alone. One that is damaged is set aside. Safe for any thread.
 */
final class GuestNotes {
    private static final System.Logger LOG = System.getLogger(GuestNotes.class.getName());

    private final Path directory;

    GuestNotes(Path directory) {
        this.directory = directory;
    }

    private Path file(UUID guest) {
        return directory.resolve(guest + ".xml");
    }

    /** The root of a guest's file, empty where it has none that can be read. */
    synchronized Optional<XmlElement> read(UUID guest) {
        Path file = file(guest);
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > XmlDocument.MAX_LENGTH) {
                throw new IOException("it is too long");
            }
            return Optional.of(XmlDocument.parse(Files.readAllBytes(file)).root());
        } catch (InnkeeperException e) {
            LOG.log(Level.WARNING, file + " is damaged and was set aside", e);
            setAside(file);
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be read", e);
            return Optional.empty();
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " could not be set aside", e);
        }
    }

    /** @throws InnkeeperException {@code WRITE_FAILED} */
    synchronized void write(UUID guest, XmlElement root) {
        Path file = file(guest);
        Path fresh = directory.resolve(guest + ".new");
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (FileChannel out = FileChannel.open(
                    fresh,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = ByteBuffer.wrap(XmlDocument.of(root).toText().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    synchronized void remove(UUID guest) {
        try {
            Files.deleteIfExists(file(guest));
        } catch (IOException e) {
            throw failed(file(guest), "removed", e);
        }
    }

    private static InnkeeperException failed(Path file, String what, IOException problem) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.WRITE_FAILED,
                                ErrorOrigin.XEN,
                                file + " cannot be " + what + ": " + IoReason.of(problem))
                        .withRemedy("Make room there, or let this user write there."),
                problem);
    }
}
