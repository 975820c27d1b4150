package org.innkeeper.driver.remote.wire;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.transport.Transport;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** The client's end of a connection to a daemon. For any thread. */
public final class RpcConnection implements AutoCloseable {
    private static final int REASON_ERROR = 0;
    private static final int REASON_EOF = 1;
    private static final int REASON_KEEPALIVE = 2;
    private static final int REASON_CLIENT = 3;

    private final Transport transport;
    private final RpcListener listener;
    private final OutgoingQueue outgoing;
    private final ReadingTurn turn;
    private final CallSlots slots;
    private final Map<Integer, PendingCall> calls = new ConcurrentHashMap<>();
    private final Map<Integer, RpcStream> streams = new ConcurrentHashMap<>();
    private final AtomicInteger nextSerial = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Keepalive keepalive;

    private RpcConnection(Transport transport, RpcListener listener, int keepaliveCount) {
        this.transport = transport;
        this.listener = listener;
        this.outgoing = new OutgoingQueue(
                transport, () -> WireThreads.run("rpc-writer " + transport.description(), this::writeAll));
        this.turn = new ReadingTurn(transport, new Incoming());
        this.slots = new CallSlots(turn::resume);
        this.keepalive = new Keepalive(
                keepaliveCount,
                () -> sendQuietly(keepaliveMessage(Keepalive.PING)),
                () -> end(
                        REASON_KEEPALIVE,
                        ErrorInfo.of(
                                        ErrorCode.INTERNAL_ERROR,
                                        ErrorOrigin.RPC,
                                        "the host at the other end of " + transport.description()
                                                + " does not answer any more")
                                .withRemedy("Check that the host is up and that the network reaches it.")));
    }

    /**
     * Takes over the transport and starts to read.
     *
     * @param keepaliveCount how many pings may stay without an answer
     */
    public static RpcConnection start(Transport transport, RpcListener listener, int keepaliveCount) {
        RpcConnection connection = new RpcConnection(transport, listener, keepaliveCount);
        WireThreads.run("rpc-reader " + transport.description(), connection.turn::readWhenNobodyDoes);
        return connection;
    }

    /** Begins to ping after that many milliseconds without a message of the daemon. */
    public void startKeepalive(ScheduledExecutorService timer, long intervalMillis) {
        keepalive.start(timer, intervalMillis);
    }

    public Transport transport() {
        return transport;
    }

    public boolean isAlive() {
        return !ended.get();
    }

    /** Fails with the reason of its end when the connection is not alive. */
    public void checkAlive() {
        slots.checkOpen();
    }

    /** Calls and waits for the results. */
    public Values call(CallContext context, Procedure procedure, Object... arguments) {
        return send(context, false, procedure, arguments).await(context);
    }

    /** As {@link #call}, and may use the slot that is kept for urgent calls. */
    public Values callUrgently(CallContext context, Procedure procedure, Object... arguments) {
        return send(context, true, procedure, arguments).await(context);
    }

    /** Sends a call without waiting for its results, so that several share one wait. */
    public PendingCall send(CallContext context, boolean urgent, Procedure procedure, Object... arguments) {
        return send(context, () -> slots.acquire(context, urgent, procedure.name()), procedure, arguments);
    }

    /**
     * As {@link #send}, but without waiting for one of the calls in flight to end, so that any number share one wait. Only
     * for questions the daemon answers at once: what comes later, urgent calls too, waits behind them.
     */
    public PendingCall sendAhead(CallContext context, Procedure procedure, Object... arguments) {
        return send(context, slots::acquireAhead, procedure, arguments);
    }

    private PendingCall send(CallContext context, Runnable slot, Procedure procedure, Object... arguments) {
        context.check(procedure.name());
        int serial = nextSerial.getAndIncrement();
        byte[] message = encodeCall(procedure, serial, arguments);
        slot.run();
        PendingCall call = new PendingCall(procedure, serial, turn);
        calls.put(serial, call);
        enqueueCall(call, message);
        return call;
    }

    /** Calls a procedure whose reply opens a stream. */
    public RpcStream openStream(CallContext context, Procedure procedure, Object... arguments) {
        context.check(procedure.name());
        int serial = nextSerial.getAndIncrement();
        byte[] message = encodeCall(procedure, serial, arguments);
        RpcStream stream = new RpcStream(this, procedure, serial);
        streams.put(serial, stream);
        slots.acquire(context, false, procedure.name());
        PendingCall call = new PendingCall(procedure, serial, turn);
        calls.put(serial, call);
        try {
            enqueueCall(call, message);
            stream.opened(call.await(context));
            // What follows is read by nobody's call.
            turn.resume();
            return stream;
        } catch (RuntimeException e) {
            streams.remove(serial);
            throw e;
        }
    }

    private void enqueueCall(PendingCall call, byte[] message) {
        try {
            send(message);
        } catch (RuntimeException e) {
            if (calls.remove(call.serial()) != null) {
                slots.release();
            }
            throw e;
        }
    }

    private byte[] encodeCall(Procedure procedure, int serial, Object[] arguments) {
        try {
            return Message.encode(
                    header(procedure, MessageType.CALL, serial, MessageStatus.OK),
                    out -> procedure.arguments().writeFields(out, arguments));
        } catch (XdrException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                            ErrorCode.INVALID_ARG,
                            ErrorOrigin.RPC,
                            "the arguments of " + procedure.name() + " do not fit into the protocol: "
                                    + e.getMessage()),
                    e);
        }
    }

    static MessageHeader header(Procedure procedure, MessageType type, int serial, MessageStatus status) {
        return new MessageHeader(RemoteProgram.NUMBER, RemoteProgram.VERSION, procedure.number(), type, serial, status);
    }

    private void send(byte[] message) {
        try {
            outgoing.send(message);
        } catch (IOException e) {
            writingFailed(e);
        }
    }

    /** Sends a message of a stream that is not data. */
    void sendStreamControl(byte[] message) {
        send(message);
    }

    /** Sends data of a stream, waiting for room; control messages of a stream that must follow its data go here too. */
    void sendStreamData(CallContext context, byte[] message) {
        outgoing.sendStreamData(context, message);
    }

    void forget(RpcStream stream) {
        streams.remove(stream.serial());
    }

    /** What is done with what is read, whoever reads it. */
    private final class Incoming implements ReadingTurn.Owner {
        @Override
        public boolean isAlive() {
            return !ended.get();
        }

        @Override
        public int callsInFlight() {
            return calls.size();
        }

        @Override
        public void received(Message message) {
            keepalive.heard();
            dispatch(message);
        }

        @Override
        public void endOfFile() {
            end(REASON_EOF, endOfFileInfo());
        }

        @Override
        public void failed(Exception reason) {
            end(REASON_ERROR, readingFailed(reason));
        }

        @Override
        public void wakeNextCall() {
            for (PendingCall call : calls.values()) {
                if (call.wakeWaiter()) {
                    return;
                }
            }
        }
    }

    private ErrorInfo readingFailed(Exception reason) {
        if (reason instanceof IOException e) {
            return broken("reading from " + transport.description() + " failed: " + IoReason.of(e));
        }
        if (reason instanceof XdrException) {
            return ProtocolFailure.info("the host at the other end of " + transport.description()
                    + " does not keep to the protocol: " + reason.getMessage());
        }
        return ProtocolFailure.info("a message of " + transport.description() + " cannot be handled: " + reason);
    }

    private void dispatch(Message message) {
        MessageHeader header = message.header();
        if (header.program() == Keepalive.PROGRAM) {
            if (header.procedure() == Keepalive.PING) {
                send(keepaliveMessage(Keepalive.PONG));
            }
            return;
        }
        switch (header.type()) {
            case REPLY -> reply(message);
            case MESSAGE -> event(message);
            case STREAM, STREAM_HOLE -> {
                RpcStream stream = streams.get(header.serial());
                // Data that was on its way when the stream ended is nothing to wonder about.
                if (stream != null) {
                    stream.received(message);
                }
            }
            default -> throw new XdrException("a " + header.type() + " came from the daemon");
        }
    }

    private void reply(Message message) {
        // It stays among those who wait until its reply is known to be good: else nobody would tell it of the end.
        PendingCall call = calls.get(message.header().serial());
        if (call == null) {
            throw new XdrException("a reply with the serial "
                    + Integer.toUnsignedString(message.header().serial()) + " came, for which there is no call");
        }
        if (call.procedure().number() != message.header().procedure()) {
            throw new XdrException("the reply to " + call.procedure() + " says that it is of procedure "
                    + message.header().procedure());
        }
        calls.remove(call.serial());
        slots.release();
        turn.callEnded();
        call.complete(message);
    }

    private void event(Message message) {
        Procedure procedure = message.header().program() == RemoteProgram.NUMBER
                ? RemoteProgram.procedure(message.header().procedure())
                : null;
        // A newer daemon may send what we do not know, but only what was asked for: so this is not an error.
        if (procedure != null && procedure.event()) {
            listener.event(procedure, procedure.arguments().read(message.payload()));
        }
    }

    private void writeAll() {
        try {
            outgoing.writeAll();
        } catch (IOException e) {
            writingFailed(e);
        } catch (ConnectionClosedException e) {
            end(REASON_ERROR, e.info());
        }
    }

    private void writingFailed(IOException e) {
        end(REASON_ERROR, broken("writing to " + transport.description() + " failed: " + IoReason.of(e)));
    }

    /** Ends everything once: whoever waits is told why. */
    private void end(int reason, ErrorInfo info) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        keepalive.stop();
        outgoing.close(info);
        slots.close(info);
        transport.close();
        turn.end();
        for (PendingCall call : calls.values()) {
            call.close(info);
        }
        for (RpcStream stream : streams.values()) {
            stream.fail(info);
        }
        listener.closed(reason, info);
    }

    @Override
    public void close() {
        end(REASON_CLIENT, ErrorInfo.of(ErrorCode.INVALID_CONN, ErrorOrigin.RPC, "the connection was closed"));
    }

    private ErrorInfo endOfFileInfo() {
        String words = transport.lastWords();
        String message = "the host at the other end of " + transport.description() + " closed the connection";
        String remedy = FarWords.remedy(words);
        ErrorInfo plain = broken(words.isEmpty() ? message : message + ": " + words);
        ErrorInfo info = FarWords.isDenied(words) ? plain.withPermissionDenied() : plain;
        return remedy.isEmpty() ? info : info.withRemedy(remedy);
    }

    private static ErrorInfo broken(String message) {
        return ErrorInfo.of(ErrorCode.SYSTEM_ERROR, ErrorOrigin.RPC, message);
    }

    private void sendQuietly(byte[] message) {
        if (!ended.get()) {
            send(message);
        }
    }

    private static byte[] keepaliveMessage(int procedure) {
        Consumer<XdrWriter> nothing = out -> {};
        return Message.encode(
                new MessageHeader(
                        Keepalive.PROGRAM, Keepalive.VERSION, procedure, MessageType.MESSAGE, 0, MessageStatus.OK),
                nothing);
    }
}
