package org.innkeeper.driver.xen.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/**
 * The files that guests are saved to without anybody naming one, by UUID. While a guest runs it has none that counts: it was
 * started past this driver, and its disks have changed since.
 */
public final class ManagedSaves {
    /** How long after its guest was saved an image may still be written, by what the host had not finished. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Path directory;

    /** @param state the driver's own directory for what lasts */
    public ManagedSaves(Path state) {
        directory = state.resolve("save");
    }

    /** Where a guest's is. */
    public Path file(UUID guest) {
        return directory.resolve(guest + ".save");
    }

    public boolean exists(UUID guest) {
        return Files.exists(file(guest));
    }

    /**
     * Makes one. It is there only when all of it was written.
     *
     * @param save writes the file that it is given
     */
    public void make(UUID guest, Consumer<Path> save) {
        Path fresh = directory.resolve(guest + ".new");
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(fresh);
            try {
                save.accept(fresh);
                Files.move(fresh, file(guest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw failed(directory, "cannot be written to", e);
        }
    }

    /**
     * The first of a guest's images that was written since the guest was saved, since somebody started it past this driver.
     * What the guest remembers of that disk is wrong then. Only files tell when they were written.
     */
    public Optional<Path> writtenSince(UUID guest, List<Path> images) {
        Path saved = file(guest);
        try {
            Instant limit = Files.getLastModifiedTime(saved).toInstant().plus(SETTLING);
            for (Path image : images) {
                if (Files.isRegularFile(image)
                        && Files.getLastModifiedTime(image).toInstant().isAfter(limit)) {
                    return Optional.of(image);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.OPERATION_FAILED,
                                    ErrorOrigin.XEN,
                                    "Cannot tell whether " + saved + " is still good: " + IoReason.of(e))
                            .withRemedy("Let this user read it and the guest's images, or remove the saved state."),
                    e);
        }
    }

    /** Removes it where there is one. */
    public void remove(UUID guest) {
        try {
            Files.deleteIfExists(file(guest));
        } catch (IOException e) {
            throw failed(file(guest), "cannot be removed", e);
        }
    }

    private static InnkeeperException failed(Path file, String what, IOException problem) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.WRITE_FAILED, ErrorOrigin.XEN, file + " " + what + ": " + IoReason.of(problem))
                        .withRemedy("Make room there, or let this user write there."),
                problem);
    }
}
