package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.RemoteProgram;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.xdr.XdrException;
import org.innkeeper.driver.remote.xdr.XdrReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes no daemon would send. The seed is fixed, so that a failure can be seen again; the amount is in the constants. */
@Timeout(300)
class HostileFramesTest {
    private static final long SEED = 20070930;
    private static final int PAYLOAD_BYTES = 12_000_000;
    private static final int FRAME_BYTES = 12_000_000;
    private static final int FRAMES = 8;

    private static final class Ending implements RpcListener {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile ErrorInfo info;

        @Override
        public void event(Procedure procedure, Values values) {
            assertThat(values).isNotNull();
        }

        @Override
        public void closed(int reason, ErrorInfo why) {
            info = why;
            ended.countDown();
        }
    }

    /** Arguments and results of every procedure from noise: a value or an {@link XdrException}, nothing else. */
    @Test
    void everyLayoutSurvivesNoise() {
        Random random = new Random(SEED);
        Procedure[] procedures = RemoteProgram.procedures().toArray(Procedure[]::new);
        int fed = 0;
        int refused = 0;
        while (fed < PAYLOAD_BYTES) {
            byte[] noise = noise(random, random.nextInt(2_000));
            fed += noise.length;
            Procedure procedure = procedures[random.nextInt(procedures.length)];
            refused += read(procedure.arguments()::read, noise) + read(procedure.results()::read, noise);
            refused += read(RemoteErrors::read, noise);
        }
        assertThat(refused).isGreaterThan(1_000);
    }

    /** Mostly small numbers, so that counts, lengths and flags get past the first check now and then. */
    private static byte[] noise(Random random, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length & ~3);
        while (bytes.hasRemaining()) {
            bytes.putInt(random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(4));
        }
        return bytes.array();
    }

    private static int read(java.util.function.Function<XdrReader, Object> reading, byte[] noise) {
        try {
            reading.apply(new XdrReader(noise, 0, noise.length));
            return 0;
        } catch (XdrException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 1;
        }
    }

    /** Whatever a peer says, every waiter is told and the connection ends or goes on; nothing hangs. */
    @Test
    void everyConnectionSurvivesNoise() throws InterruptedException {
        Random random = new Random(SEED);
        Procedure procedure = RemoteProgram.procedure("CONNECT_GET_CAPABILITIES");
        long fed = 0;
        for (int run = 0; fed < FRAME_BYTES; run++) {
            ScriptedPeer peer = new ScriptedPeer();
            Ending ending = new Ending();
            RpcConnection connection = RpcConnection.start(peer, ending, 5);
            PendingCall call = connection.send(CallContext.create(), false, procedure);
            int serial = peer.hear().header().serial();

            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = frame(random, procedure, serial);
                fed += frame.length;
                peer.say(frame);
            }
            peer.hangUp();

            assertThat(ending.ended.await(10, TimeUnit.SECONDS))
                    .as("run %d", run)
                    .isTrue();
            assertThat(ending.info.message()).isNotBlank();
            assertThat(outcome(call)).isNotNull();
        }
    }

    /** A frame that is right but for a few bytes, or noise. */
    private static byte[] frame(Random random, Procedure procedure, int serial) {
        byte[] payload = noise(random, random.nextInt(random.nextInt(8) == 0 ? 40_000 : 300));
        MessageType type = MessageType.values()[random.nextInt(MessageType.values().length)];
        MessageStatus status = MessageStatus.values()[random.nextInt(MessageStatus.values().length)];
        byte[] frame = Message.encode(
                RpcConnection.header(procedure, type, serial, status), out -> out.writeRaw(payload, 0, payload.length));
        for (int change = random.nextInt(4); change > 0; change--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
        }
        return frame;
    }

    private static Object outcome(PendingCall call) {
        try {
            return call.await(CallContext.within(Duration.ofSeconds(10)));
        } catch (InnkeeperException e) {
            assertThat(e.info().message()).doesNotContain("did not end in time");
            return e;
        }
    }
}
