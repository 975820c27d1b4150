package org.innkeeper.driver.openvz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.junit.jupiter.api.Assumptions;

/** An OpenVZ host in a directory: configuration files, kernel tables and tools that stand in for the true ones. */
public final class VzSandbox implements AutoCloseable {
    public static final String TEMPLATE = "debian";

    private static final String NETWORK_TABLE =
            """
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo:     100       1    0    0    0     0          0         0      100       1    0    0    0     0       0          0
            veth101.0:    1000      10    1    2    0     0          0         0     2000      20    3    4    0     0       0          0
            """;

    private final Path root;

    public VzSandbox() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/stat")), "the stand-ins of OpenVZ's tools need Linux");
        try {
            root = Files.createTempDirectory("vz");
            for (String directory :
                    List.of("etc/conf", "template/cache", "dump", "proc/vz", "proc/net", "run", "tools", "slow")) {
                Files.createDirectories(root.resolve(directory));
            }
            for (String file : List.of("stat", "meminfo", "cpuinfo")) {
                Files.createSymbolicLink(
                        root.resolve("proc").resolve(file), Path.of("/proc").resolve(file));
            }
            write("proc/vz/veinfo", "");
            write("proc/cpt", "Ctx      Id       VE       State\n");
            write("proc/rst", "Ctx      Id       VE       State\n");
            write("proc/vz/vestat", "Version: 2.2\n");
            write("proc/user_beancounters", "Version: 2.5\n");
            write("proc/net/dev", NETWORK_TABLE);
            write("template/cache/" + TEMPLATE + ".tar.gz", "");
            write("etc/vz.conf", "DUMPDIR=" + path("dump") + "\nTEMPLATE=\"" + path("template") + "\"\n");
            write("etc/conf/ve-basic.conf-sample", resource("/conf/ve-basic.conf-sample"));
            write("etc/conf/ve-vswap.conf-sample", resource("/conf/ve-vswap.conf-sample"));
            program("tools/vzctl", resource("/tools/vzctl"));
            program("tools/vzlist", resource("/tools/vzlist"));
            program("slow/vzctl", "#!/bin/sh\n[ \"$1\" = --help ] || sleep 6\n");
            program("slow/vzlist", "#!/bin/sh\nsleep 6\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String resource(String name) {
        try (InputStream stream = VzSandbox.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String name) {
        return root.resolve(name);
    }

    public void write(String name, String text) {
        try {
            Files.writeString(path(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void program(String name, String text) {
        write(name, text);
        try {
            Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calls vzctl got, one a line. */
    public List<String> calls() {
        return Files.exists(path("calls")) ? read("calls").lines().toList() : List.of();
    }

    public String uri(String tools) {
        return "openvz:///system?proc=" + path("proc") + "&etc=" + path("etc") + "&tools=" + path(tools);
    }

    public DriverConnection open() {
        return open("tools", OpenOptions.readWrite());
    }

    public DriverConnection open(String tools, OpenOptions options) {
        ConnectUri uri = ConnectUri.parse(uri(tools));
        OpenvzDriverProvider provider = new OpenvzDriverProvider();
        return provider.open(CallContext.create(), uri, AuthenticationCallback.NOBODY, options, LocalServices.NONE);
    }

    /** Removes all; a stand-in that was just ended may still write a last file, so it is tried again. */
    @Override
    public void close() {
        Awaitility.await("the sandbox is gone").ignoreExceptions().until(() -> {
            remove();
            return true;
        });
    }

    private void remove() throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
