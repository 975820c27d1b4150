package org.innkeeper.driver.xen.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.innkeeper.driver.tck.ReadableClasses;
import org.innkeeper.driver.xen.xenstore.TrueXenstored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The read-only view, by a user who is not root, over a true xenstored: contracts and cases run in a Java of that user. The
 * daemon of today has no socket for reading alone, so its own stands where that one was; the one for root is closed to
 * the user.
 */
class ReadOnlyUserTest {
    private static final List<String> ROOTS = List.of("proc", "sys", "dev", "etc", "run", "lib", "tools");
    private static final String NOBODY = "65534";
    private static final long LIMIT_SECONDS = 120;

    private Path root;
    private TrueXenstored store;
    private ServerSocketChannel forRoot;

    @BeforeEach
    void makeHost() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root: only root can become another user");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "not Linux: no setpriv to become another user");
        store = TrueXenstored.start();
        root = Files.createTempDirectory("xen");
        open(root);
        for (String name : ROOTS) {
            open(Files.createDirectory(root.resolve(name)));
        }
        open(Files.createDirectory(root.resolve("proc/xen")));
        Files.writeString(root.resolve("proc/xen/capabilities"), "control_d\n");
        Files.copy(Path.of("/proc/cpuinfo"), root.resolve("proc/cpuinfo"));
        Files.copy(Path.of("/proc/meminfo"), root.resolve("proc/meminfo"));
        Path properties = Files.createDirectories(root.resolve("sys/hypervisor/properties"));
        Files.writeString(properties.resolve("capabilities"), "xen-3.0-x86_64 hvm-3.0-x86_64\n");
        Path sockets = open(Files.createDirectory(root.resolve("run/xenstored")));
        forRoot = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(sockets.resolve("socket")));
        Files.setPosixFilePermissions(sockets.resolve("socket"), PosixFilePermissions.fromString("rw-------"));
        open(store.socket().getParent());
        Files.setPosixFilePermissions(store.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.createSymbolicLink(sockets.resolve("socket_ro"), store.socket());
        for (int id = 0; id < ReadOnlyUserSuite.GUESTS.size(); id++) {
            String path = "/local/domain/" + id;
            store.write(path + "/name", ReadOnlyUserSuite.GUESTS.get(id));
            store.write(path + "/vm", "/vm/00000000-0000-0000-0000-00000000000" + id);
            store.write(path + "/memory/target", "65536");
        }
    }

    private static Path open(Path directory) throws IOException {
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeHost() throws IOException {
        if (forRoot != null) {
            forRoot.close();
        }
        if (store != null) {
            store.close();
        }
        if (root != null) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Test
    void contractsOfTheReadOnlyView() throws IOException, InterruptedException {
        StringBuilder uri = new StringBuilder("xen:///?");
        ROOTS.forEach(
                name -> uri.append(name).append('=').append(root.resolve(name)).append('&'));
        uri.setLength(uri.length() - 1);
        List<String> command = new ArrayList<>(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--reset-env"));
        command.addAll(ReadableClasses.in(root.resolve("classes")).java(ReadOnlyUserSuite.class, uri.toString()));
        Path output = root.resolve("output");

        Process suite = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = suite.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        suite.destroyForcibly();

        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(suite.exitValue()).as(text).isZero();
        assertThat(text).contains("seesWhoRuns", "changesNothing", "afterTheEndEveryMethodFails", "0 failed");
    }
}
