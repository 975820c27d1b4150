package org.innkeeper.driver.remote.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.TestPki;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;
import org.innkeeper.driver.remote.wire.RpcConnection;
import org.innkeeper.driver.remote.wire.RpcListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How messages lie in the records of TLS: libvirt's end takes no record that carries parts of two. */
@Timeout(60)
class TlsRecordsTest {
    private static final Procedure FEATURE = RemoteProgram.procedure("CONNECT_SUPPORTS_FEATURE");
    private static final Procedure LOOKUP = RemoteProgram.procedure("DOMAIN_LOOKUP_BY_NAME");
    private static final int HEADER = 28;
    private static final int RECORD_MAX = 16 * 1024;
    private static final char[] NO_PASSWORD = {};

    @TempDir
    Path files;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private SSLServerSocket server;
    private SSLSocket daemon;
    private RpcConnection connection;

    @BeforeEach
    void connect() throws Exception {
        TestPki pki = new TestPki("test authority");
        pki.writeAuthority(files.resolve("cacert.pem"));
        pki.client("client").write(files.resolve("clientcert.pem"), files.resolve("clientkey.pem"));
        server = listen(pki.server("localhost", List.of(TestPki.dns("localhost"))));
        Future<SSLSocket> accepted = threads.submit(() -> {
            SSLSocket socket = (SSLSocket) server.accept();
            socket.startHandshake();
            socket.getOutputStream().write(1);
            return socket;
        });
        CallContext context = CallContext.within(Duration.ofSeconds(20));
        ConnectUri uri =
                ConnectUri.parse("test+tls://localhost:" + server.getLocalPort() + "/default?pkipath=" + files);
        TlsTransport transport = TlsTransport.connect(context, uri, "localhost", server.getLocalPort(), () -> null);
        daemon = accepted.get(20, TimeUnit.SECONDS);
        connection = RpcConnection.start(transport, new Silent(), 5);
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        daemon.close();
        server.close();
        threads.shutdownNow();
    }

    private static final class Silent implements RpcListener {
        @Override
        public void event(Procedure procedure, Values values) {
            throw new AssertionError("no event was sent");
        }

        @Override
        public void closed(int reason, ErrorInfo info) {
            assertThat(info.message()).isNotBlank();
        }
    }

    private static SSLServerSocket listen(TestPki.Identity identity) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("host", identity.key(), NO_PASSWORD, new Certificate[] {identity.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    }

    /** What one record carries: a read gives no more than that. */
    private static byte[] record(InputStream in) throws IOException {
        byte[] buffer = new byte[2 * RECORD_MAX];
        int count = in.read(buffer);
        assertThat(count).isPositive();
        return Arrays.copyOf(buffer, count);
    }

    private static int length(byte[] message) {
        return ByteBuffer.wrap(message).getInt();
    }

    @Test
    void callsSentTogetherHaveARecordEach() throws Exception {
        int callers = 5;
        List<Future<?>> sent = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            sent.add(threads.submit(() -> connection.send(CallContext.create(), true, FEATURE, 1)));
        }
        for (Future<?> one : sent) {
            one.get(20, TimeUnit.SECONDS);
        }

        for (int i = 0; i < callers; i++) {
            byte[] record = record(daemon.getInputStream());
            assertThat(record).hasSize(HEADER + 4);
            assertThat(length(record)).isEqualTo(record.length);
        }
    }

    @Test
    void aLongCallFillsRecordsOfItsOwn() throws Exception {
        String name = "x".repeat(3 * RECORD_MAX);
        connection.send(CallContext.create(), false, LOOKUP, name);
        connection.send(CallContext.create(), false, FEATURE, 1);

        byte[] first = record(daemon.getInputStream());
        int left = length(first) - first.length;
        assertThat(left).isPositive();
        while (left > 0) {
            left -= record(daemon.getInputStream()).length;
        }
        assertThat(left).as("bytes of the next message in the last record").isZero();
        assertThat(record(daemon.getInputStream())).hasSize(HEADER + 4);
    }

    /** What comes is taken however it lies in records. */
    @Test
    void repliesAreTakenHoweverTheyLieInRecords() throws Exception {
        PendingCall first = connection.send(CallContext.create(), false, FEATURE, 1);
        PendingCall second = connection.send(CallContext.create(), false, FEATURE, 2);
        DataInputStream heard = new DataInputStream(daemon.getInputStream());
        ByteBuffer replies = ByteBuffer.allocate(2 * (HEADER + 4));
        for (int i = 0; i < 2; i++) {
            byte[] call = new byte[HEADER + 4];
            heard.readFully(call);
            // The type of a reply; number and serial stay.
            ByteBuffer.wrap(call).putInt(16, 1);
            replies.put(call);
        }

        OutputStream told = daemon.getOutputStream();
        told.write(replies.array(), 0, HEADER + 10);
        told.write(replies.array(), HEADER + 10, replies.capacity() - HEADER - 10);

        CallContext soon = CallContext.within(Duration.ofSeconds(10));
        assertThat(first.await(soon).integer("supported")).isEqualTo(1);
        assertThat(second.await(soon).integer("supported")).isEqualTo(2);
    }
}
