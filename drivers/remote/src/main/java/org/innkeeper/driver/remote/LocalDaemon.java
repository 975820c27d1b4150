package org.innkeeper.driver.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.innkeeper.core.spi.LocalDaemons;
import org.innkeeper.core.uri.ConnectUri;

/** Where the daemons of this machine listen: libvirtd for all drivers, or one daemon for each driver. */
final class LocalDaemon {
    private static final String READ_WRITE = "-sock";
    private static final String READ_ONLY = "-sock-ro";

    /** The daemon of each driver in today's split of libvirtd. */
    private static final Map<String, String> DAEMONS = Map.of(
            "qemu", "virtqemud",
            "xen", "virtxend",
            "lxc", "virtlxcd",
            "vbox", "virtvboxd",
            "bhyve", "virtbhyved",
            "ch", "virtchd",
            "vz", "virtvzd");

    private LocalDaemon() {}

    /** Whether a URI without host and transport means a daemon: {@code qemu:///system} and its like. */
    static boolean serves(ConnectUri uri) {
        return DAEMONS.containsKey(uri.driver())
                && (uri.path().equals("/system") || uri.path().equals("/session"));
    }

    static boolean isPresent(ConnectUri uri) {
        return LocalDaemons.ofThisMachine().exists(uri.driver(), uri.path().equals("/session"));
    }

    static String describe(ConnectUri uri) {
        return candidates(uri, false).stream().map(Path::toString).collect(Collectors.joining(" or "));
    }

    /** The socket to use: the first that is there, else the first that could be, for the error to name. */
    static Path socket(ConnectUri uri, boolean readOnly) {
        List<Path> candidates = candidates(uri, readOnly);
        return candidates.stream().filter(Files::exists).findFirst().orElse(candidates.get(0));
    }

    /** Where a daemon of another machine listens, unless it was told otherwise. */
    static List<Path> farSockets(ConnectUri uri, boolean readOnly) {
        return inDirectory(Path.of("/var/run/libvirt"), uri, readOnly ? READ_ONLY : READ_WRITE);
    }

    /** The socket of libvirtd. */
    static Path defaultSocket(ConnectUri uri, boolean readOnly) {
        return farSockets(uri, readOnly).get(0);
    }

    private static List<Path> candidates(ConnectUri uri, boolean readOnly) {
        boolean session = uri.path().equals("/session");
        Path directory = session ? sessionDirectory() : Path.of("/var/run/libvirt");
        // A session daemon has no read-only socket.
        return inDirectory(directory, uri, readOnly && !session ? READ_ONLY : READ_WRITE);
    }

    private static List<Path> inDirectory(Path directory, ConnectUri uri, String suffix) {
        Path all = directory.resolve("libvirt" + suffix);
        String daemon = DAEMONS.get(uri.driver());
        return daemon == null ? List.of(all) : List.of(all, directory.resolve(daemon + suffix));
    }

    private static Path sessionDirectory() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return runtime == null || runtime.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "libvirt")
                : Path.of(runtime, "libvirt");
    }
}
