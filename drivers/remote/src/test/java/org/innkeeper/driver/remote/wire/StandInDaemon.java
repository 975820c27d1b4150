package org.innkeeper.driver.remote.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;

/**
 * A daemon of another time, over TCP: it knows the procedures up to a number, since they were numbered as they came, and
 * answers what the test tells it to. All else is a function its hypervisor does not have.
 */
public final class StandInDaemon implements AutoCloseable {
    private final int last;
    private final ServerSocket server;
    private final Map<String, Function<Values, Object[]>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param last the number of the last procedure it knows */
    public StandInDaemon(int last) {
        this.last = last;
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "stand-in daemon");
        thread.setDaemon(true);
        thread.start();
    }

    /** What a procedure returns; an {@link InnkeeperException} thrown goes over the wire. */
    public StandInDaemon answer(String procedure, Function<Values, Object[]> answer) {
        answers.put(procedure, answer);
        return this;
    }

    /** The names of the procedures that were called, known or not. */
    public List<String> asked() {
        return asked;
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.setTcpNoDelay(true);
                DataInputStream in = new DataInputStream(client.getInputStream());
                while (true) {
                    byte[] body = new byte[in.readInt() - Message.LENGTH_SIZE];
                    in.readFully(body);
                    reply(client.getOutputStream(), Message.parse(body));
                }
            } catch (EOFException e) {
                continue;
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void reply(OutputStream out, Message call) throws IOException {
        MessageHeader header = call.header();
        if (header.program() != RemoteProgram.NUMBER) {
            return;
        }
        try {
            Procedure procedure = RemoteProgram.procedure(header.procedure());
            asked.add(procedure.name());
            Object[] results = results(procedure, call);
            out.write(Message.encode(
                    RpcConnection.header(procedure, MessageType.REPLY, header.serial(), MessageStatus.OK),
                    payload -> procedure.results().writeFields(payload, results)));
        } catch (InnkeeperException e) {
            out.write(Message.encode(
                    new MessageHeader(
                            header.program(),
                            header.version(),
                            header.procedure(),
                            MessageType.REPLY,
                            header.serial(),
                            MessageStatus.ERROR),
                    payload -> RemoteErrors.write(payload, e.info())));
        }
    }

    private Object[] results(Procedure procedure, Message call) {
        if (procedure.number() > last) {
            throw refusal(ErrorCode.RPC, "unknown procedure: " + procedure.number());
        }
        Function<Values, Object[]> answer = answers.get(procedure.name());
        if (answer == null) {
            throw refusal(ErrorCode.NO_SUPPORT, "this function is not supported by the connection driver");
        }
        return answer.apply(procedure.arguments().read(call.payload()));
    }

    /** An error as the daemon raises it. */
    public static InnkeeperException refusal(ErrorCode code, String message) {
        return new InnkeeperException(ErrorInfo.of(code, ErrorOrigin.RPC, message));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
