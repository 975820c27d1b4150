package org.innkeeper.driver.remote.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.driver.remote.protocol.RemoteProgram;

/**
 * Makes a daemon an old one: some procedures it is not asked at all, but answered for as a daemon does that does not know
 * them. All else goes through.
 */
public final class RefusingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Integer> refused;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param target a port of this machine */
    public RefusingProxy(int target, Set<String> procedures) {
        this.target = target;
        refused = procedures.stream()
                .map(name -> RemoteProgram.procedure(name).number())
                .collect(Collectors.toSet());
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("accept", this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The names of the procedures that reached the daemon. */
    public List<String> asked() {
        return asked;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket daemon = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            daemon.setTcpNoDelay(true);
            sockets.addAll(List.of(client, daemon));
            start("calls", () -> calls(client, daemon));
            start("replies", () -> replies(daemon, client));
        }
    }

    private void calls(Socket client, Socket daemon) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        while (true) {
            byte[] body = body(in);
            Message message = Message.parse(body);
            MessageHeader header = message.header();
            if (header.program() == RemoteProgram.NUMBER && refused.contains(header.procedure())) {
                write(client, refusal(header));
            } else {
                if (header.program() == RemoteProgram.NUMBER) {
                    asked.add(RemoteProgram.procedure(header.procedure()).name());
                }
                write(daemon, framed(body));
            }
        }
    }

    private static void replies(Socket daemon, Socket client) throws IOException {
        DataInputStream in = new DataInputStream(daemon.getInputStream());
        while (true) {
            write(client, framed(body(in)));
        }
    }

    private static byte[] body(DataInputStream in) throws IOException {
        byte[] body = new byte[in.readInt() - Message.LENGTH_SIZE];
        in.readFully(body);
        return body;
    }

    private static byte[] framed(byte[] body) {
        return ByteBuffer.allocate(Message.LENGTH_SIZE + body.length)
                .putInt(Message.LENGTH_SIZE + body.length)
                .put(body)
                .array();
    }

    private static byte[] refusal(MessageHeader call) {
        MessageHeader reply = new MessageHeader(
                call.program(),
                call.version(),
                call.procedure(),
                MessageType.REPLY,
                call.serial(),
                MessageStatus.ERROR);
        return Message.encode(
                reply,
                payload -> RemoteErrors.write(
                        payload,
                        StandInDaemon.refusal(ErrorCode.RPC, "unknown procedure: " + call.procedure())
                                .info()));
    }

    /** Both threads write to the client, each whole messages. */
    private static void write(Socket socket, byte[] message) throws IOException {
        synchronized (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(message);
        }
    }

    /** What a thread does until a socket is closed. */
    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException;
    }

    private void start(String name, Carrying body) {
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (EOFException | SocketException e) {
                        close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "refusing proxy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
