package org.innkeeper.driver.qemu.qmp;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other end of a monitor, played by a test: it accepts one client and says what the test tells it to. */
public final class ScriptedPeer implements AutoCloseable {
    /** A greeting as QEMU 7.2 gives it. */
    public static final String GREETING =
            "{\"QMP\": {\"version\": {\"qemu\": {\"micro\": 22, \"minor\": 2, \"major\": 7},"
                    + " \"package\": \"test\"}, \"capabilities\": [\"oob\"]}}\r\n";

    private final Path socket;
    private final ServerSocketChannel server;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private volatile SocketChannel client;

    /** What the peer does with the client. */
    @FunctionalInterface
    public interface Script {
        void play(ScriptedPeer peer) throws IOException, InterruptedException;
    }

    private ScriptedPeer(Path socket) throws IOException {
        this.socket = socket;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    /** Listens on {@code directory/qmp} and plays the script with the first client, on a thread of its own. */
    public static ScriptedPeer playing(Path directory, Script script) throws IOException {
        ScriptedPeer peer = new ScriptedPeer(directory.resolve("qmp"));
        Thread thread = new Thread(() -> peer.run(script), "scripted QMP peer");
        thread.setDaemon(true);
        thread.start();
        return peer;
    }

    public Path socket() {
        return socket;
    }

    /** Greets and answers {@code qmp_capabilities}. */
    public void negotiate() throws IOException, InterruptedException {
        say(GREETING);
        say("{\"return\": {}, \"id\": " + idOf(hear()) + "}\n");
    }

    public void say(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    /** The next line of the client. */
    public String hear() throws InterruptedException {
        String line = received.poll(10, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException("the client said nothing");
        }
        return line;
    }

    public static String idOf(String command) {
        return command.replaceAll(".*\"id\":(\\d+).*", "$1");
    }

    public void hangUp() throws IOException {
        client.close();
    }

    private void run(Script script) {
        try {
            client = server.accept();
            Thread reader = new Thread(this::readLines, "scripted QMP peer, reader");
            reader.setDaemon(true);
            reader.start();
            script.play(this);
        } catch (IOException e) {
            // The client hung up, as some of the scripts provoke; the test looks at the client's side.
            received.add("closed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readLines() {
        StringBuilder line = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(4096);
        try {
            while (client.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    char next = (char) bytes.get();
                    if (next == '\n') {
                        received.add(line.toString());
                        line.setLength(0);
                    } else {
                        line.append(next);
                    }
                }
                bytes.clear();
            }
        } catch (IOException e) {
            received.add("closed: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }
}
