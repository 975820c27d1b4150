package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.XmlDocument;

/** Reads and writes files of the state root; only their owner may. */
final class StateFiles {
    private static final System.Logger LOG = System.getLogger(StateFiles.class.getName());
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private StateFiles() {}

    /** Makes a directory, with what is missing above it. */
    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly(directory, OWNER_DIRECTORY));
        }
    }

    /** Replaces a file as a whole: after a crash there is the old one or the new one. */
    static void replace(Path file, String text) throws IOException {
        makeDirectory(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (FileChannel out = FileChannel.open(temporary, options, ownerOnly(file.getParent(), OWNER_FILE))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
        syncDirectory(file.getParent());
    }

    /** The files of a directory with that ending, in order of their names; none where there is no directory. */
    static List<Path> list(Path directory, String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + ending)) {
                found.forEach(files::add);
            }
            files.sort(null);
        }
        return files;
    }

    /** Reads a document, which may not be longer than documents may be. */
    static XmlDocument readXml(Path file) throws IOException {
        if (Files.size(file) > XmlDocument.MAX_LENGTH) {
            throw new IOException("it is longer than " + (XmlDocument.MAX_LENGTH >> 20) + " MiB");
        }
        return XmlDocument.parse(Files.readAllBytes(file));
    }

    /** Gives a file that cannot be read another name, under which it is kept. */
    static Path setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged" + i);
        }
        return Files.move(file, aside);
    }

    private static FileAttribute<?>[] ownerOnly(Path place, Set<PosixFilePermission> permissions) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static void syncDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system lets a directory be opened; the move is in order there all the same.
            LOG.log(System.Logger.Level.TRACE, "syncing " + directory, e);
        }
    }
}
