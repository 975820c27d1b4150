package org.innkeeper.driver.qemu.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Answers of emulators on disk. A file that cannot be read or written costs time only, never an error. */
final class EmulatorCache {
    private static final System.Logger LOG = System.getLogger(EmulatorCache.class.getName());
    private static final long LARGEST = 8L << 20;

    private final Path directory;

    EmulatorCache(Path directory) {
        this.directory = directory;
    }

    Optional<EmulatorInfo> read(BinaryIdentity identity) {
        Path file = directory.resolve(identity.cacheName());
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return EmulatorInfoFormat.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is damaged, the emulator is asked again: {1}",
                    file,
                    e.getMessage());
            return Optional.empty();
        }
    }

    void write(BinaryIdentity identity, EmulatorInfo info) {
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, "probe", ".tmp");
            Files.write(temporary, EmulatorInfoFormat.write(info));
            Files.move(
                    temporary,
                    directory.resolve(identity.cacheName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what {0} can do cannot be kept in {1}: {2}",
                    identity.path(),
                    directory,
                    e.getMessage());
        }
    }
}
