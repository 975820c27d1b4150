package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Peers that spoil what lies below the protocol: TLS and ssh, at every stage of a connection. */
@Timeout(120)
class LowerLayersTest {
    private static final int RUNS = 40;
    private static final char[] NO_PASSWORD = {};

    @FunctionalInterface
    private interface Peer {
        void meet(Socket client) throws IOException;
    }

    private final TestPki pki = new TestPki("test authority");

    @TempDir
    Path files;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        pki.writeAuthority(files.resolve("cacert.pem"));
        pki.client("client").write(files.resolve("clientcert.pem"), files.resolve("clientkey.pem"));
        Files.createFile(files.resolve("known_hosts"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve(Peer peer) {
        ServerSocket listening = server;
        Thread thread = new Thread(() -> {
            while (!listening.isClosed()) {
                try (Socket client = listening.accept()) {
                    peer.meet(client);
                } catch (SSLException e) {
                    assertThat(e).hasMessageNotContaining("internal_error");
                } catch (IOException e) {
                    assertThat(e.getMessage()).isNotNull();
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private InnkeeperException open(String uri, Duration limit) {
        long begin = System.nanoTime();
        Throwable failure = catchThrowable(() -> new RemoteProvider()
                .open(
                        CallContext.within(limit),
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE)
                .close());
        assertThat(failure).isInstanceOf(InnkeeperException.class);
        assertThat(failure.getMessage()).isNotBlank().doesNotContain("null");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(limit.plusSeconds(5));
        return (InnkeeperException) failure;
    }

    private InnkeeperException openTls() {
        return open(
                "test+tls://localhost:" + server.getLocalPort() + "/default?pkipath=" + files, Duration.ofSeconds(10));
    }

    private InnkeeperException openSsh(Duration limit) {
        return open(
                "test+ssh://root@localhost:" + server.getLocalPort() + "/default?known_hosts="
                        + files.resolve("known_hosts"),
                limit);
    }

    private SSLContext tls(TestPki.Identity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("host", identity.key(), NO_PASSWORD, new Certificate[] {identity.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serveTls(TestPki.Identity identity, Peer peer) {
        serve(client -> tlsOver(client, identity, peer));
    }

    private void tlsOver(Socket client, TestPki.Identity identity, Peer peer) throws IOException {
        SSLSocket secure =
                (SSLSocket) tls(identity).getSocketFactory().createSocket(client, "localhost", client.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        peer.meet(secure);
    }

    private TestPki.Identity host() {
        return pki.server("localhost", List.of(TestPki.dns("localhost")));
    }

    @Test
    void noiseInPlaceOfTlsIsSaid() {
        Random random = new Random(1);
        serve(client -> {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            client.getOutputStream().write(noise);
        });
        for (int i = 0; i < RUNS; i++) {
            assertThat(openTls()).hasMessageContaining("no secure connection to localhost");
        }
    }

    /** A true peer whose bytes are cut off after so many, from the first of the handshake to the first reply. */
    @Test
    void tlsThatEndsAtAnyByteIsSaid() throws IOException {
        try (ServerSocket behind = new ServerSocket(0)) {
            SSLContext context = tls(host());
            Thread honest = new Thread(() -> {
                while (!behind.isClosed()) {
                    try (Socket client = behind.accept()) {
                        SSLSocket secure =
                                (SSLSocket) context.getSocketFactory().createSocket(client, "localhost", 0, true);
                        secure.setUseClientMode(false);
                        secure.startHandshake();
                        secure.getOutputStream().write(1);
                        secure.getInputStream().read();
                    } catch (IOException e) {
                        assertThat(e).isNotNull();
                    }
                }
            });
            honest.setDaemon(true);
            honest.start();
            int[] cut = {0};
            serve(client -> forward(client, behind.getLocalPort(), cut[0]));
            for (cut[0] = 0; cut[0] < 1_800; cut[0] += 37) {
                assertThat(openTls().getMessage()).as("after %d bytes", cut[0]).contains("localhost");
            }
        }
    }

    private static void forward(Socket client, int port, int limit) throws IOException {
        try (Socket host = new Socket("localhost", port)) {
            Thread up = new Thread(() -> {
                try {
                    client.getInputStream().transferTo(host.getOutputStream());
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            });
            up.setDaemon(true);
            up.start();
            InputStream in = host.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] piece = new byte[1];
            for (int i = 0; i < limit && in.read(piece) > 0; i++) {
                out.write(piece);
            }
        }
    }

    @Test
    void hostThatDoesNotConfirmIsSaidToRefuseUs() {
        serveTls(host(), Socket::close);

        assertThat(openTls()).hasMessageContaining("refused the certificate of this client");
    }

    @Test
    void anotherByteThanTheConfirmationIsSaid() {
        serveTls(host(), client -> {
            client.getOutputStream().write(7);
            client.getInputStream().read();
        });

        assertThat(openTls()).hasMessageContaining("it sent 7 where a libvirt daemon sends 1");
    }

    @Test
    void noiseInsideOfTlsNamesWhatWasWrong() {
        serveTls(host(), client -> {
            client.getOutputStream().write(new byte[] {1, (byte) 0xff, 1, 2, 3, 4, 5});
            client.getInputStream().read();
        });

        assertThat(openTls()).hasMessageContaining("does not keep to the protocol");
    }

    @Test
    void eachFaultOfTheHostsCertificateHasItsOwnMessage() throws IOException {
        assertFault(pki.server("localhost", List.of(), TestPki.days(-9), TestPki.days(-1)), "expired on");
        assertFault(pki.server("localhost", List.of(), TestPki.days(1), TestPki.days(9)), "not valid before");
        assertFault(TestPki.selfSigned("localhost", List.of()), "signed by itself");
        assertFault(new TestPki("other").server("localhost", List.of()), "not an authority that is trusted");
        assertFault(pki.server("elsewhere", List.of()), "is for");
        assertFault(pki.client("localhost"), "not meant for a server");
    }

    @Test
    void addressInBracketsIsComparedAsAnAddress() throws IOException {
        server.close();
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("::1"));
        } catch (IOException e) {
            Assumptions.abort("no IPv6 on this machine: " + e.getMessage());
        }
        String uri = "test+tls://[::1]:" + server.getLocalPort() + "/default?pkipath=" + files;
        List<TestPki.Identity> shown = new CopyOnWriteArrayList<>(List.of(
                pki.server("host", List.of(TestPki.ip("::1"))), pki.server("host", List.of(TestPki.ip("::2")))));
        serve(client -> tlsOver(client, shown.remove(0), secure -> {
            secure.getOutputStream().write(7);
            secure.getInputStream().read();
        }));

        assertThat(open(uri, Duration.ofSeconds(10))).hasMessageContaining("it sent 7");
        assertThat(open(uri, Duration.ofSeconds(10)))
                .hasMessageContaining("cannot be trusted")
                .hasMessageContaining("is for");
    }

    private void assertFault(TestPki.Identity identity, String words) throws IOException {
        listenAgain();
        serveTls(identity, Socket::close);

        InnkeeperException failure = openTls();

        assertThat(failure).hasMessageContaining("cannot be trusted").hasMessageContaining(words);
        assertThat(failure.info().remedy()).isPresent();
    }

    private void listenAgain() throws IOException {
        server.close();
        server = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    }

    @Test
    void noiseInPlaceOfSshIsSaid() {
        Random random = new Random(2);
        serve(client -> {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            if (random.nextBoolean()) {
                client.getOutputStream().write("SSH-2.0-noise\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            client.getOutputStream().write(noise);
            // A close with bytes unread would reset the connection, and the noise would be lost.
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        });
        for (int i = 0; i < RUNS; i++) {
            assertThat(openSsh(Duration.ofSeconds(10))).hasMessageContaining("localhost");
        }
    }

    @Test
    void anImpossibleLengthInPlaceOfSshIsSaid() {
        serve(client -> {
            client.getOutputStream()
                    .write("SSH-2.0-noise\r\n\u007f\u007f\u007f\u007f\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        });

        assertThat(openSsh(Duration.ofSeconds(10))).hasMessageContaining("does not keep to the protocol of ssh");
    }

    @Test
    void silenceInPlaceOfSshEndsInTime() {
        serve(client -> client.getInputStream().readAllBytes());

        assertThat(openSsh(Duration.ofSeconds(2)).getMessage()).isNotBlank();
    }

    @Test
    void silenceInPlaceOfTlsEndsInTime() {
        serve(client -> client.getInputStream().readAllBytes());

        open("test+tls://localhost:" + server.getLocalPort() + "/default?pkipath=" + files, Duration.ofSeconds(2));
    }
}
