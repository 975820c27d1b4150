package org.innkeeper.driver.xen.xenstore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.innkeeper.driver.xen.host.HostPaths;

/**
 * One way to a xenstore.
 *
 * @param kind what it is
 * @param path where it is
 */
public record StoreAddress(Kind kind, Path path) {
    /** The ways there are. */
    public enum Kind {
        /** The daemon's unix socket. */
        SOCKET,
        /** The daemon's unix socket for everybody, through which nothing can be changed. Newer daemons have none. */
        READ_ONLY_SOCKET,
        /** The kernel's device, which speaks to the daemon wherever it runs. */
        DEVICE
    }

    public StoreAddress {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
    }

    public static StoreAddress socket(Path path) {
        return new StoreAddress(Kind.SOCKET, path);
    }

    public static StoreAddress readOnlySocket(Path path) {
        return new StoreAddress(Kind.READ_ONLY_SOCKET, path);
    }

    public static StoreAddress device(Path path) {
        return new StoreAddress(Kind.DEVICE, path);
    }

    /** Whether nothing can be changed through it. */
    public boolean isReadOnly() {
        return kind == Kind.READ_ONLY_SOCKET;
    }

    /** The best of a machine's that this user may use; empty where there is none, or none this user may use. */
    public static Optional<StoreAddress> find(HostPaths paths) {
        return known(paths)
                .filter(address -> Files.isReadable(address.path) && Files.isWritable(address.path))
                .findFirst();
    }

    /** Whether one of a machine's is there, for this user or not. */
    public static boolean exists(HostPaths paths) {
        return known(paths).anyMatch(address -> Files.exists(address.path));
    }

    private static Stream<StoreAddress> known(HostPaths paths) {
        return Stream.of(
                socket(paths.xenstoreSocket()),
                device(paths.xenbus()),
                device(paths.proc().resolve("xen/xenbus")),
                readOnlySocket(paths.xenstoreReadOnlySocket()));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
