package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.storage.image.StorageErrors;

/**
 * Pools on disk: one definition per UUID, and marks for those that start by themselves and those that are active. Files
 * are replaced whole or not at all.
 */
final class PoolStore {
    private static final System.Logger LOG = System.getLogger(PoolStore.class.getName());
    private static final long LARGEST = 1L << 20;

    private final Path directory;

    /** @param root the state root; everything is below its folder {@code storage} */
    PoolStore(Path root) {
        directory = root.resolve("storage");
    }

    /** Marks that outlive the program. */
    enum Mark {
        AUTOSTART,
        ACTIVE;

        String suffix() {
            return this == AUTOSTART ? ".autostart" : ".active";
        }
    }

    /** Whether anything was ever kept here. */
    boolean isNew() {
        return !Files.isDirectory(directory);
    }

    /** All definitions; one that is damaged is set aside and reported. */
    List<PoolDefinition> load() {
        List<PoolDefinition> definitions = new ArrayList<>();
        if (isNew()) {
            return definitions;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.xml")) {
            for (Path file : files) {
                try {
                    definitions.add(read(file));
                } catch (IOException | InnkeeperException e) {
                    setAside(file, e);
                }
            }
        } catch (IOException e) {
            throw StorageErrors.file(directory, "reading the storage pools of", e);
        }
        return definitions;
    }

    private static PoolDefinition read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("the file is larger than " + LARGEST + " bytes");
        }
        PoolDefinition definition = PoolDefinition.parse(Files.readString(file));
        if (!file.getFileName().toString().equals(definition.uuid() + ".xml")) {
            throw new IOException("it holds the pool " + definition.uuid());
        }
        return definition;
    }

    private static void setAside(Path file, Exception reason) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + System.currentTimeMillis());
        try {
            Files.move(file, aside);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} is damaged and was set aside as {1}: {2}",
                    file,
                    aside,
                    reason.getMessage());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "{0} is damaged and cannot be set aside: {1}", file, e.getMessage());
        }
    }

    void save(PoolDefinition definition) {
        write(file(definition.uuid(), ".xml"), definition.text().getBytes(StandardCharsets.UTF_8));
    }

    void delete(UUID uuid) {
        remove(file(uuid, ".xml"));
        for (Mark mark : Mark.values()) {
            set(uuid, mark, false);
        }
    }

    boolean has(UUID uuid, Mark mark) {
        return Files.exists(file(uuid, mark.suffix()));
    }

    void set(UUID uuid, Mark mark, boolean wanted) {
        if (wanted) {
            write(file(uuid, mark.suffix()), new byte[0]);
        } else {
            remove(file(uuid, mark.suffix()));
        }
    }

    private Path file(UUID uuid, String suffix) {
        return directory.resolve(uuid + suffix);
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageErrors.file(file, "deleting", e);
        }
    }

    private void write(Path file, byte[] content) {
        try {
            makePrivate(directory);
            Path temporary = Files.createTempFile(directory, "pool", ".tmp");
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StorageErrors.file(file, "writing", e);
        }
    }

    /** Makes a directory that only its owner may look into. */
    static void makePrivate(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }
}
