package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Layout;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything a daemon can say, cut off at every byte, and with every word of it replaced by a number that cannot be. */
@Timeout(120)
class CutFramesTest {
    private static final int SEED = 20_261_122;
    private static final int TRIES = 400;
    private static final int PAYLOAD = 600;
    private static final Procedure INFO = RemoteProgram.procedure("DOMAIN_GET_INFO");

    private static final DomainRef GUEST = new DomainRef("guest", new UUID(1, 2), 3);

    /** What a peer says that can be read, and how much of it that is. */
    private record Said(byte[] bytes, int read) {}

    private static Said readable(Layout layout, Random random) {
        Said best = new Said(new byte[0], -1);
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = words(random, i);
            int read = read(layout, bytes);
            if (read > best.read()) {
                best = new Said(bytes, read);
            }
        }
        return best;
    }

    /** Small numbers, so that counts and lengths can be met; in the first try nothing but zeros. */
    private static byte[] words(Random random, int attempt) {
        ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD);
        while (bytes.hasRemaining()) {
            bytes.putInt(attempt == 0 || random.nextInt(3) > 0 ? 0 : random.nextInt(3));
        }
        return bytes.array();
    }

    /** How many bytes were read, -1 when they cannot be. */
    private static int read(Layout layout, byte[] bytes) {
        XdrReader in = new XdrReader(bytes, 0, bytes.length);
        try {
            layout.read(in);
            return in.position();
        } catch (XdrException e) {
            assertThat(e.getMessage()).isNotBlank();
            return -1;
        }
    }

    private static Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (Procedure procedure : RemoteProgram.procedures()) {
            layouts.put("arguments of " + procedure, procedure.arguments());
            layouts.put("results of " + procedure, procedure.results());
        }
        layouts.values().removeIf(layout -> layout.minimumSize() == 0);
        return layouts;
    }

    @Test
    void layoutCutAtAnyByteIsRefused() {
        Random random = new Random(SEED);
        layouts().forEach((name, layout) -> {
            Said said = readable(layout, random);
            assertThat(said.read()).as(name).isPositive();
            for (int cut = 0; cut < said.read(); cut++) {
                assertThat(read(layout, Arrays.copyOf(said.bytes(), cut)))
                        .as("%s after %d of %d bytes", name, cut, said.read())
                        .isNegative();
            }
        });
    }

    @Test
    void wordThatCannotBeIsReadOrRefusedButNeverBelieved() {
        Random random = new Random(SEED);
        layouts().forEach((name, layout) -> {
            Said said = readable(layout, random);
            for (int at = 0; at + 4 <= said.read(); at += 4) {
                for (int wrong : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24}) {
                    byte[] changed = said.bytes().clone();
                    ByteBuffer.wrap(changed).putInt(at, wrong);
                    assertThat(read(layout, changed)).as(name).isLessThanOrEqualTo(changed.length);
                }
            }
        });
    }

    private static Map<String, IntFunction<byte[]>> kinds() {
        Procedure event = RemoteProgram.procedure("DOMAIN_EVENT_CALLBACK_LIFECYCLE");
        ErrorInfo error = ErrorInfo.of(ErrorCode.NO_DOMAIN, ErrorOrigin.QEMU, "no such guest");
        return Map.of(
                "reply",
                        serial -> Message.encode(
                                RpcConnection.header(INFO, MessageType.REPLY, serial, MessageStatus.OK),
                                out -> INFO.results().writeFields(out, 1, 2L, 3L, 4, 5L)),
                "error",
                        serial -> Message.encode(
                                RpcConnection.header(INFO, MessageType.REPLY, serial, MessageStatus.ERROR),
                                out -> RemoteErrors.write(out, error)),
                "event",
                        serial -> Message.encode(
                                RpcConnection.header(event, MessageType.MESSAGE, 1, MessageStatus.OK),
                                out -> out.writeRaw(new byte[64], 0, 64)),
                "data",
                        serial -> Message.encode(
                                RpcConnection.header(INFO, MessageType.STREAM, serial, MessageStatus.CONTINUE),
                                out -> out.writeRaw(new byte[33], 0, 33)),
                "hole",
                        serial -> Message.encode(
                                RpcConnection.header(INFO, MessageType.STREAM_HOLE, serial, MessageStatus.CONTINUE),
                                out -> out.writeRaw(new byte[12], 0, 12)),
                "ping",
                        serial -> Message.encode(
                                new MessageHeader(
                                        Keepalive.PROGRAM,
                                        Keepalive.VERSION,
                                        Keepalive.PING,
                                        MessageType.MESSAGE,
                                        0,
                                        MessageStatus.OK),
                                out -> {}));
    }

    @Test
    void frameCutAtAnyByteTellsEveryWaiter() {
        kinds().forEach((kind, frame) -> {
            int length = frame.apply(0).length;
            for (int cut = 0; cut < length; cut++) {
                cutAndHangUp(kind, frame, cut);
            }
        });
    }

    private static void cutAndHangUp(String kind, IntFunction<byte[]> frame, int cut) {
        CountDownLatch ended = new CountDownLatch(1);
        ScriptedPeer peer = new ScriptedPeer();
        RpcConnection connection = RpcConnection.start(
                peer,
                new RpcListener() {
                    @Override
                    public void event(Procedure procedure, Values values) {
                        throw new AssertionError("half an event");
                    }

                    @Override
                    public void closed(int reason, ErrorInfo info) {
                        ended.countDown();
                    }
                },
                5);
        PendingCall first = connection.send(CallContext.create(), false, INFO, GUEST);
        PendingCall second = connection.send(CallContext.create(), false, INFO, GUEST);

        peer.say(Arrays.copyOf(frame.apply(first.serial()), cut));
        peer.hangUp();

        for (PendingCall call : new PendingCall[] {first, second}) {
            assertThatThrownBy(() -> call.await(CallContext.create()))
                    .as("%s after %d bytes", kind, cut)
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("closed");
        }
        try {
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(connection.isAlive()).isFalse();
    }
}
