package org.innkeeper.core.spi;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks for libvirt's daemons on this machine. The one place where that is done; it starts none. Safe for any thread.
 */
public final class LocalDaemons {
    /** What looking may take. */
    public static final Duration LIMIT = Duration.ofMillis(200);

    private static final Logger LOG = System.getLogger(LocalDaemons.class.getName());

    /** The sockets of a daemon's directory and the driver that each serves. */
    private static final Map<String, String> SOCKETS = Map.of(
            "virtqemud-sock", "qemu",
            "virtxend-sock", "xen",
            "virtlxcd-sock", "lxc",
            "virtvzd-sock", "vz",
            "virtvboxd-sock", "vbox",
            "virtbhyved-sock", "bhyve",
            "virtchd-sock", "ch",
            "libvirt-sock", "");

    private final Path systemDirectory;
    private final Path sessionDirectory;

    /**
     * Looks below other directories than those of this machine.
     *
     * @param systemDirectory where the machine's daemons have their sockets
     * @param sessionDirectory where the user's daemons have theirs
     */
    public LocalDaemons(Path systemDirectory, Path sessionDirectory) {
        this.systemDirectory = systemDirectory;
        this.sessionDirectory = sessionDirectory;
    }

    /** Looks at this machine: {@code /var/run/libvirt}, and {@code $XDG_RUNTIME_DIR/libvirt} or {@code ~/.cache/libvirt}. */
    public static LocalDaemons ofThisMachine() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path user = runtime == null || runtime.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(runtime);
        return new LocalDaemons(Path.of("/var/run/libvirt"), user.resolve("libvirt"));
    }

    /** The daemons whose sockets exist, the machine's first; takes at most {@link #LIMIT}. */
    public List<LocalDaemon> find() {
        return find(LIMIT);
    }

    /** The daemons whose sockets exist; one that does not answer in time counts as not answering. */
    public List<LocalDaemon> find(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Probe> probes = new ArrayList<>();
        addProbes(probes, systemDirectory, false);
        addProbes(probes, sessionDirectory, true);
        return probes.stream().map(probe -> probe.result(deadline)).toList();
    }

    /** Whether there is a socket of a daemon that opens such URIs, be it that nobody answers there now. */
    public boolean exists(String driver, boolean session) {
        return find().stream().anyMatch(daemon -> daemon.session() == session && daemon.serves(driver));
    }

    /** Whether a daemon answers that opens such URIs. */
    public boolean answers(String driver, boolean session) {
        return find().stream()
                .anyMatch(daemon -> daemon.answers() && daemon.session() == session && daemon.serves(driver));
    }

    private static void addProbes(List<Probe> probes, Path directory, boolean session) {
        SOCKETS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(socket -> {
            Path path = directory.resolve(socket.getKey());
            if (Files.exists(path)) {
                probes.add(new Probe(socket.getValue(), session, path));
            }
        });
    }

    /** One attempt to connect, on a thread of its own since a full queue makes it wait without limit. */
    private static final class Probe {
        private final String driver;
        private final boolean session;
        private final Path socket;
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
        private volatile SocketChannel channel;

        Probe(String driver, boolean session, Path socket) {
            this.driver = driver;
            this.session = session;
            this.socket = socket;
            Thread thread = new Thread(this::connect, "daemon probe " + socket.getFileName());
            thread.setDaemon(true);
            thread.start();
        }

        private void connect() {
            try (SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel = opened;
                answer.complete(opened.connect(UnixDomainSocketAddress.of(socket)));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.DEBUG, "no daemon at " + socket, e);
                answer.complete(false);
            }
        }

        LocalDaemon result(long deadline) {
            return new LocalDaemon(driver, session, socket, waitForAnswer(deadline));
        }

        private boolean waitForAnswer(long deadline) {
            try {
                return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.log(Level.DEBUG, "the daemon at " + socket + " does not answer in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            endAttempt();
            return false;
        }

        private void endAttempt() {
            SocketChannel waiting = channel;
            if (waiting == null) {
                return;
            }
            try {
                waiting.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the attempt to connect to " + socket + " could not be ended", e);
            }
        }
    }
}
