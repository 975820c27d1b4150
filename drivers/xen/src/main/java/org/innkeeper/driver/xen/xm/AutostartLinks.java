package org.innkeeper.driver.xen.xm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.xen.part.PartErrors;

/** The links in {@code auto} below the directory of the guests' files: what is linked there starts with the host. */
final class AutostartLinks {
    private final Path directory;

    /** @param guests the directory of the guests' files */
    AutostartLinks(Path guests) {
        directory = guests.resolve("auto");
    }

    boolean has(Path file) {
        return !entries(file).isEmpty();
    }

    private List<Path> entries(Path file) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path entry : all) {
                if (Files.isSymbolicLink(entry) && pointsTo(entry, file)) {
                    found.add(entry);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(ErrorCode.READ_FAILED, directory, "cannot be listed", e);
        }
        return found;
    }

    private boolean pointsTo(Path link, Path file) throws IOException {
        Path target = directory.resolve(Files.readSymbolicLink(link)).normalize();
        return target.equals(file.toAbsolutePath().normalize());
    }

    void set(Path file, boolean wanted) {
        try {
            List<Path> entries = entries(file);
            if (wanted && entries.isEmpty()) {
                Files.createDirectories(directory);
                Files.createSymbolicLink(
                        directory.resolve(file.getFileName()), Path.of("..").resolve(file.getFileName()));
            } else if (!wanted) {
                for (Path entry : entries) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException e) {
            throw failure(ErrorCode.WRITE_FAILED, directory, "cannot be changed", e);
        }
    }

    private static InnkeeperException failure(ErrorCode code, Path path, String what, IOException cause) {
        return PartErrors.of(
                code, ErrorOrigin.XENXM, path + " " + what + ": " + cause, "Run as root, and look what is there");
    }
}
