package org.innkeeper.driver.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.innkeeper.core.spi.LocalDaemons;
import org.innkeeper.core.uri.ConnectUri;

/** Where daemons listen: one for each driver, or libvirtd for all drivers. {@code mode=} chooses. */
final class LocalDaemon {
    private static final Path SYSTEM = Path.of("/var/run/libvirt");
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
        return bothKinds(uri).stream().map(Path::toString).collect(Collectors.joining(" or "));
    }

    /** The socket to use: the first that is there, else the last that could be, for the error to name. */
    static Path socket(ConnectUri uri, boolean readOnly) {
        List<Path> candidates = candidates(uri, readOnly, DaemonMode.of(uri));
        return candidates.stream().filter(Files::exists).findFirst().orElse(candidates.get(candidates.size() - 1));
    }

    /** Where a daemon of another machine listens, unless it was told otherwise. */
    static List<Path> farSockets(ConnectUri uri, boolean readOnly) {
        return inDirectory(SYSTEM, uri, readOnly ? READ_ONLY : READ_WRITE, DaemonMode.of(uri));
    }

    /** The far socket for a program that can try only one: that of libvirtd, unless the URI wants another. */
    static Path defaultSocket(ConnectUri uri, boolean readOnly) {
        List<Path> candidates = farSockets(uri, readOnly);
        return candidates.get(candidates.size() - 1);
    }

    private static List<Path> bothKinds(ConnectUri uri) {
        return candidates(uri, false, DaemonMode.AUTO);
    }

    private static List<Path> candidates(ConnectUri uri, boolean readOnly, DaemonMode mode) {
        boolean session = uri.path().equals("/session");
        Path directory = session ? sessionDirectory() : SYSTEM;
        // A session daemon has no read-only socket.
        return inDirectory(directory, uri, readOnly && !session ? READ_ONLY : READ_WRITE, mode);
    }

    private static List<Path> inDirectory(Path directory, ConnectUri uri, String suffix, DaemonMode mode) {
        String daemon = DAEMONS.get(uri.driver());
        Path own = daemon == null ? null : directory.resolve(daemon + suffix);
        return mode.candidates(own, directory.resolve("libvirt" + suffix));
    }

    private static Path sessionDirectory() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return runtime == null || runtime.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "libvirt")
                : Path.of(runtime, "libvirt");
    }
}
