package org.innkeeper.driver.qemu.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * Chooses where the sockets of guests lie. The path of a unix socket is short by law of the kernel, so where the state
 * root is too deep a private directory below {@code /tmp} takes its place. It is never below {@code XDG_RUNTIME_DIR},
 * which is removed at logout while guests live on.
 */
public final class RuntimePlace {
    /** The longest path of a socket, bytes; Linux takes 107, others 103. */
    static final int MAX_SOCKET_PATH = 100;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path stateRoot;
    private final Path directory;

    /**
     * @param stateRoot the absolute directory of the driver's state
     * @param temporary where a private directory may be made
     */
    public RuntimePlace(Path stateRoot, Path temporary) {
        this.stateRoot = stateRoot;
        Path inside = stateRoot.resolve("run");
        boolean fits = bytes(guestDirectory(inside, new UUID(0, 0)).resolve("monitor")) <= MAX_SOCKET_PATH;
        this.directory = fits ? inside : temporary.resolve("innkeeper-" + userName() + "-" + rootHash());
    }

    /** The files of one guest's runs; makes the directory they lie in. */
    public GuestPaths prepare(UUID uuid) throws IOException {
        makePrivate(directory);
        Path own = guestDirectory(directory, uuid);
        makePrivate(own);
        return new GuestPaths(
                own.resolve("monitor"),
                own.resolve("vnc"),
                stateRoot.resolve("log").resolve(uuid + ".log"),
                own.resolve("pid"),
                own);
    }

    private static Path guestDirectory(Path parent, UUID uuid) {
        return parent.resolve(uuid.toString().replace("-", ""));
    }

    /**
     * Makes a directory that only its owner may enter, or makes sure that it is one. Somebody else could have made it
     * first in a directory that all may write to; such a one is refused.
     */
    private static void makePrivate(Path path) throws IOException {
        if (!Files.getFileStore(existingParent(path)).supportsFileAttributeView("posix")) {
            Files.createDirectories(path);
            return;
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(path.getParent());
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean mine = found.owner().getName().equals(System.getProperty("user.name"));
        if (!found.isDirectory() || !mine) {
            throw new IOException(path + " belongs to " + found.owner().getName() + " or is no directory; remove it");
        }
        if (!found.permissions().equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    private static Path existingParent(Path path) {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static String userName() {
        String name = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9_.-]", "_");
        return name.substring(0, Math.min(name.length(), 20));
    }

    private String rootHash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(stateRoot.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
