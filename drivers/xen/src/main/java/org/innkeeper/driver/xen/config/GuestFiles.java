package org.innkeeper.driver.xen.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** The directory with a configuration file for each guest, {@code /etc/xen} by custom. Safe for use by several threads. */
public final class GuestFiles {
    /** Names that begin so are examples, settings of xend, or scripts. */
    private static final List<String> FOREIGN =
            List.of(".", "#", "xmexample", "xlexample", "xend-config.sxp", "xend-pci-", "qemu-ifup", "xl.conf");

    private final Path directory;

    public GuestFiles(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /** Whether a file of that name can be a guest's. */
    public static boolean isGuestName(String name) {
        return !name.endsWith("~") && FOREIGN.stream().noneMatch(name::startsWith);
    }

    /**
     * The files that can be guests', by name. Empty where there is no directory.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} where the directory cannot be read
     */
    public List<Path> list() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (isGuestName(file.getFileName().toString()) && Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure(ErrorCode.OPEN_FAILED, directory, "cannot be listed", e);
        }
        found.sort(null);
        return found;
    }

    /**
     * The file that a guest has where it is given a new one.
     *
     * @throws InnkeeperException {@code INVALID_ARG} where the guest's name cannot be that of a file
     */
    public Path newFile(String guest) {
        if (guest.isEmpty() || guest.indexOf('/') >= 0 || guest.indexOf('\0') >= 0 || !isGuestName(guest)) {
            throw new InnkeeperException(ErrorInfo.of(
                    ErrorCode.INVALID_ARG,
                    ErrorOrigin.XENXM,
                    "A domain '" + guest + "' cannot have a file of that name"));
        }
        return directory.resolve(guest);
    }

    /**
     * Writes a file in place of the one that is there: whoever reads sees the old one or the new one, whole. It keeps the
     * rights of the old one; only the owner can read a new one, as it may hold passwords.
     *
     * @throws InnkeeperException {@code WRITE_FAILED}
     */
    public void write(Path file, ConfigFile content) {
        Path fresh = null;
        try {
            fresh = Files.createTempFile(directory, ".", ".new");
            Files.writeString(fresh, content.text(), StandardCharsets.UTF_8);
            keepRights(file, fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(fresh, e);
            throw failure(ErrorCode.WRITE_FAILED, file, "cannot be written", e);
        }
    }

    private static void keepRights(Path file, Path fresh) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (rights != null) {
            boolean present = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            rights.setPermissions(
                    present ? Files.getPosixFilePermissions(file) : PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void discard(Path fresh, IOException reason) {
        if (fresh != null) {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /**
     * Removes a file.
     *
     * @throws InnkeeperException {@code WRITE_FAILED}
     */
    public void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(ErrorCode.WRITE_FAILED, file, "cannot be removed", e);
        }
    }

    private static InnkeeperException failure(ErrorCode code, Path path, String what, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.XENXM, path + " " + what + ": " + cause.getMessage())
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, path.toString()))
                        .withRemedy("Ask the administrator of the host for the right to it."),
                cause);
    }
}
