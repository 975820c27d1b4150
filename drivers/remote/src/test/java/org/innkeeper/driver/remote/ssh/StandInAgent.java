package org.innkeeper.driver.remote.ssh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** An ssh agent with one key, over a socket of its own. */
final class StandInAgent implements AutoCloseable {
    /** What an agent knows of a key. */
    interface Key {
        byte[] publicKey() throws IOException;

        byte[] sign(byte[] data) throws IOException;
    }

    private static final int FAILURE = 5;
    private static final int REQUEST_IDENTITIES = 11;
    private static final int IDENTITIES_ANSWER = 12;
    private static final int SIGN_REQUEST = 13;
    private static final int SIGN_RESPONSE = 14;

    private final ServerSocketChannel server;
    private final Key key;
    private final AtomicInteger signatures = new AtomicInteger();

    StandInAgent(Path socket, Key key) throws IOException {
        this.key = key;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(this::serve, "stand-in agent");
        thread.setDaemon(true);
        thread.start();
    }

    /** How often it has signed. */
    int signatures() {
        return signatures.get();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel client = server.accept()) {
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                OutputStream out = Channels.newOutputStream(client);
                while (true) {
                    byte[] request = string(in);
                    byte[] answer = answer(new DataInputStream(new ByteArrayInputStream(request)));
                    out.write(bytes(whole -> putString(whole, answer)));
                }
            } catch (EOFException | ClosedChannelException e) {
                // The client, or the test, is done.
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answer(DataInputStream request) throws IOException {
        switch (request.read()) {
            case REQUEST_IDENTITIES:
                return bytes(answer -> {
                    answer.write(IDENTITIES_ANSWER);
                    answer.writeInt(1);
                    putString(answer, key.publicKey());
                    putString(answer, "of the test".getBytes(StandardCharsets.US_ASCII));
                });
            case SIGN_REQUEST:
                string(request);
                byte[] signature = key.sign(string(request));
                signatures.incrementAndGet();
                return bytes(answer -> {
                    answer.write(SIGN_RESPONSE);
                    putString(answer, signature);
                });
            default:
                return new byte[] {FAILURE};
        }
    }

    private static byte[] string(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static void putString(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** What is written into a message. */
    @FunctionalInterface
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
