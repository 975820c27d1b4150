package org.innkeeper.driver.xen.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
