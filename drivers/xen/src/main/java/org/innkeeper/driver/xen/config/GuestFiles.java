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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    /** The largest file that can be a guest's: 1 MiB. */
    private static final long MAX_SIZE = 1 << 20;

    private final Path directory;

    public GuestFiles(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /** Where a host keeps them: {@code LIBVIRT_XM_CONFIG_DIR} of the environment, else {@code /etc/xen}. */
    public static GuestFiles ofHost(Map<String, String> environment) {
        return new GuestFiles(Path.of(environment.getOrDefault("LIBVIRT_XM_CONFIG_DIR", "/etc/xen")));
    }

    /** Whether a file of that name can be a guest's. */
    public static boolean isGuestName(String name) {
        return !name.endsWith("~") && FOREIGN.stream().noneMatch(name::startsWith);
    }

    /**
     * The guests: the name that each file gives, with its file. A file that cannot be read, or that is no guest's, is
     * left out. Empty where there is no directory.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} where the directory cannot be read
     */
    public Map<String, Path> list() {
        Map<String, Path> guests = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (isGuestName(name) && Files.isRegularFile(file) && Files.size(file) <= MAX_SIZE) {
                    addGuest(guests, file);
                }
            }
        } catch (NoSuchFileException e) {
            return guests;
        } catch (IOException e) {
            throw failure(ErrorCode.OPEN_FAILED, directory, "cannot be read", e);
        }
        return guests;
    }

    private static void addGuest(Map<String, Path> guests, Path file) {
        try {
            String name = new Settings(ConfigFile.read(file)).text("name");
            if (name != null) {
                guests.put(name, file);
            }
        } catch (InnkeeperException e) {
            System.getLogger(GuestFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> file + " is no guest's: " + e.getMessage());
        }
    }

    /**
     * The file of a guest.
     *
     * @throws InnkeeperException {@code NO_DOMAIN} where none names it, {@code CONF_SYNTAX}
     */
    public ConfigFile read(String guest) {
        return ConfigFile.read(find(guest));
    }

    private Path find(String guest) {
        Path file = list().get(guest);
        if (file == null) {
            throw new InnkeeperException(ErrorInfo.of(
                    ErrorCode.NO_DOMAIN,
                    ErrorOrigin.XENXM,
                    "No file in " + directory + " is of a domain '" + guest + "'"));
        }
        return file;
    }

    /**
     * Writes the file of a guest, in place of the one that it has: whoever reads sees the old one or the new one, whole.
     * Only the owner can read it, as it may hold passwords.
     *
     * @throws InnkeeperException {@code INVALID_ARG} where the name cannot be that of a file, {@code WRITE_FAILED}
     */
    public void write(String guest, ConfigFile content) {
        Path file = list().getOrDefault(guest, directory.resolve(fileName(guest)));
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

    private static String fileName(String guest) {
        if (guest.isEmpty() || guest.indexOf('/') >= 0 || guest.indexOf('\0') >= 0 || !isGuestName(guest)) {
            throw new InnkeeperException(ErrorInfo.of(
                    ErrorCode.INVALID_ARG,
                    ErrorOrigin.XENXM,
                    "A domain '" + guest + "' cannot have a file of that name"));
        }
        return guest;
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
     * Removes the file of a guest.
     *
     * @throws InnkeeperException {@code NO_DOMAIN} where none names it, {@code WRITE_FAILED}
     */
    public void delete(String guest) {
        Path file = find(guest);
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
