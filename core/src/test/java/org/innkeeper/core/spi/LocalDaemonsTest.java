package org.innkeeper.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalDaemonsTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private Path root;
    private LocalDaemons daemons;

    @BeforeEach
    void makeDirectories() throws IOException {
        // Not JUnit's directory: the path of a socket must be short.
        root = Files.createTempDirectory("dmn");
        Files.createDirectory(root.resolve("sys"));
        Files.createDirectory(root.resolve("usr"));
        daemons = new LocalDaemons(root.resolve("sys"), root.resolve("usr"));
    }

    @AfterEach
    void clean() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        try (var files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path listen(String path, int backlog) throws IOException {
        Path socket = root.resolve(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        open.add(server);
        server.bind(UnixDomainSocketAddress.of(socket), backlog);
        return socket;
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(daemons.find()).isEmpty();
        assertThat(daemons.answers("qemu", false)).isFalse();
    }

    @Test
    void tellsDaemonsThatAnswerFromLeftOvers() throws IOException {
        Path all = listen("sys/libvirt-sock", 5);
        Path qemu = listen("usr/virtqemud-sock", 5);
        Path stale = Files.createFile(root.resolve("sys/virtlxcd-sock"));
        assertThat(daemons.find(Duration.ofSeconds(5)))
                .containsExactly(
                        new LocalDaemon("", false, all, true),
                        new LocalDaemon("lxc", false, stale, false),
                        new LocalDaemon("qemu", true, qemu, true));
        assertThat(daemons.answers("qemu", false)).isTrue();
        assertThat(daemons.answers("qemu", true)).isTrue();
        assertThat(daemons.answers("xen", true)).isFalse();
        assertThat(daemons.exists("xen", true)).isFalse();
        Files.createFile(root.resolve("usr/virtlxcd-sock"));
        assertThat(daemons.answers("lxc", true)).isFalse();
        assertThat(daemons.exists("lxc", true)).isTrue();
    }

    @Test
    void doesNotWaitForADaemonThatHangs() throws IOException {
        Path socket = listen("sys/libvirt-sock", 1);
        fillQueue(socket);
        long start = System.nanoTime();
        List<LocalDaemon> found = daemons.find();
        assertThat(found).containsExactly(new LocalDaemon("", false, socket, false));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private void fillQueue(Path socket) throws IOException {
        for (int i = 0; i < 64; i++) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            open.add(channel);
            channel.configureBlocking(false);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                // The queue is full: that is what this is for.
                assertThat(e).hasMessageContaining("unavailable");
                return;
            }
        }
    }

    @Test
    void looksAtThisMachineInTime() {
        long start = System.nanoTime();
        assertThat(LocalDaemons.ofThisMachine().find()).doesNotContainNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
