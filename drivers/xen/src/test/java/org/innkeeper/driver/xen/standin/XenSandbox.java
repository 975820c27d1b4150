package org.innkeeper.driver.xen.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.xen.XenDriverProvider;

/** A Xen host in a directory, with a stand-in xend or a stand-in xl, and connections to it. */
public final class XenSandbox implements AutoCloseable {
    private static final List<String> ROOTS = List.of("proc", "sys", "dev", "etc", "run", "lib", "tools");

    private final Path root;
    private final StandInXend xend;
    private final StandInXl xl;
    private StandInStore store;
    private final List<DriverConnection> opened = new ArrayList<>();

    /** A host with a xend. */
    public XenSandbox(StandInVersion version) {
        root = prepare();
        xl = null;
        xend = StandInXend.atSocket(root.resolve("lib"), version);
        xend.host().observe(new StandInCounters(root)::update);
    }

    private XenSandbox() {
        root = prepare();
        xend = null;
        xl = new StandInXl(root.resolve("tools"));
        xl.host().observe(new StandInCounters(root)::update);
        try {
            Files.createFile(Files.createDirectory(root.resolve("dev/xen")).resolve("privcmd"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A host with xl, whose kernel lets nobody make hypercalls. */
    public static XenSandbox withXl() {
        return new XenSandbox();
    }

    private static Path prepare() {
        try {
            // Below /tmp, since the path of a unix socket is short.
            Path root = Files.createTempDirectory("xen");
            for (String name : ROOTS) {
                Files.createDirectory(root.resolve(name));
            }
            Files.createDirectory(root.resolve("proc/xen"));
            Files.createDirectory(root.resolve("proc/net"));
            Files.createDirectories(root.resolve("sys/bus/xen-backend/devices"));
            Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");
            Files.writeString(root.resolve("disk.img"), "x".repeat(4096));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a true xenstored beside xend or xl; what runs already it knows nothing of. */
    public XenSandbox withStore() {
        store = new StandInStore(root.resolve("run"));
        StandInCounters counters = new StandInCounters(root);
        BiConsumer<String, StandInGuest> both = (what, domain) -> {
            counters.update(what, domain);
            store.update(what, domain);
        };
        if (xl == null) {
            xend.host().observe(both::accept);
        } else {
            xl.host().observe(both);
        }
        return this;
    }

    public StandInXend xend() {
        return xend;
    }

    public StandInXl xl() {
        return xl;
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    /** The URI of the host. */
    public String uri() {
        StringBuilder uri = new StringBuilder("xen:///?");
        ROOTS.forEach(
                name -> uri.append(name).append('=').append(root.resolve(name)).append('&'));
        return uri.substring(0, uri.length() - 1);
    }

    public DriverConnection open() {
        return open(uri(), LocalServices.NONE);
    }

    public DriverConnection open(String uri, LocalServices services) {
        DriverConnection connection = new XenDriverProvider()
                .open(
                        CallContext.create(),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        services);
        opened.add(connection);
        return connection;
    }

    @Override
    public void close() {
        opened.forEach(DriverConnection::close);
        if (xend != null) {
            xend.close();
        }
        if (xl != null) {
            xl.close();
        }
        if (store != null) {
            store.close();
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
