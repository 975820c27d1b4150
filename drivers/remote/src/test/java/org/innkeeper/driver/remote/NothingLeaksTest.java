package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that end well or badly give back their files and their threads. */
@Timeout(120)
class NothingLeaksTest {
    private static final int ROUNDS = 15;

    /** What the rest of the program may open or close meanwhile. */
    private static final int SLACK = 8;

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    private final Random random = new Random(3);

    @TempDir
    Path files;

    private ServerSocket noise;

    @BeforeEach
    void listen() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(OPEN_FILES), "not Linux: open files cannot be counted");
        noise = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::makeNoise, "noise");
        thread.setDaemon(true);
        thread.start();
        TestPki pki = new TestPki("test authority");
        pki.writeAuthority(files.resolve("cacert.pem"));
    }

    @AfterEach
    void close() throws IOException {
        noise.close();
    }

    private void makeNoise() {
        byte[] bytes = new byte[300];
        while (!noise.isClosed()) {
            try (Socket client = noise.accept()) {
                random.nextBytes(bytes);
                client.getOutputStream().write(bytes);
            } catch (IOException e) {
                // The client has gone, or the test is over.
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private static long openFiles() {
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().matches("(rpc-(reader|writer) |stderr of |Connect thread |events of ).*"))
                .count();
    }

    private static void openAndClose(String uri) {
        try (DriverConnection connection = new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(20)),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE)) {
            assertThat(connection.isAlive()).isTrue();
        } catch (InnkeeperException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private void assertNothingLeft(String uri) {
        openAndClose(uri);
        long filesBefore = openFiles();
        long threadsBefore = threads();

        for (int i = 0; i < ROUNDS; i++) {
            openAndClose(uri);
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(openFiles()).isLessThanOrEqualTo(filesBefore + SLACK);
            assertThat(threads()).isLessThanOrEqualTo(threadsBefore + SLACK);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test+tcp://localhost:PORT/default",
                "test+tls://localhost:PORT/default?pkipath=FILES",
                "test+ssh://root@localhost:PORT/default?known_hosts=FILES/known_hosts",
                "test+ext:///default?command=/bin/false",
                "test+ext:///default?command=/bin/cat",
                "test+unix:///default?socket=FILES/none"
            })
    void ofConnectionsThatFail(String uri) {
        assertNothingLeft(
                uri.replace("PORT", Integer.toString(noise.getLocalPort())).replace("FILES", files.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix", "tcp", "tls", "ssh", "ext"})
    void ofConnectionsThatAreClosed(String transport) {
        LibvirtdPeer peer = LibvirtdPeer.shared();
        assertNothingLeft(
                switch (transport) {
                    case "unix" -> peer.unix("test", "/default");
                    case "tcp" -> peer.tcp("test", "/default");
                    case "tls" -> peer.tls("test", "/default");
                    case "ssh" -> peer.ssh("test", "/default");
                    default -> peer.ext("test", "/default");
                });
    }
}
