package org.innkeeper.driver.remote.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.innkeeper.driver.remote.transport.DirectTransport;
import org.junit.jupiter.api.Test;

/** When the reader looks for replies, and when it waits for them. */
class LookoutTest {
    private final CountingPeer peer = new CountingPeer();
    private final Lookout lookout = new Lookout(new FrameReader(peer));

    /** Something is there after so many looks, or after a wait of so many milliseconds. */
    private static final class CountingPeer implements DirectTransport {
        private int looks;
        private int waits;
        private int emptyLooks;
        private long waitMillis;
        private boolean waited;

        @Override
        public int readNow(byte[] buffer, int offset, int length) {
            looks++;
            if (waited || emptyLooks-- == 0) {
                waited = false;
                return 1;
            }
            return 0;
        }

        @Override
        public boolean awaitReadable(long nanos) throws IOException {
            waits++;
            try {
                TimeUnit.MILLISECONDS.sleep(waitMillis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            waited = true;
            return true;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            throw new AssertionError("a caller never waits inside a read");
        }

        @Override
        public void wakeUp() {
            // Nobody else waits here.
        }

        @Override
        public boolean beginWrite(byte[] message) {
            return true;
        }

        @Override
        public void finishWrite() {
            // All was written.
        }

        @Override
        public boolean isEncrypted() {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String description() {
            return "a peer that counts";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private void await(boolean several) throws IOException {
        assertThat(lookout.await(peer, several, Long.MAX_VALUE)).isEqualTo(1);
    }

    @Test
    void aSingleCallIsWaitedForAtOnce() throws IOException {
        await(false);
        await(false);

        assertThat(peer.waits).isEqualTo(2);
        assertThat(peer.looks).isEqualTo(2);
    }

    @Test
    void repliesThatFollowCloselyAreLookedFor() throws IOException {
        await(true);
        assertThat(peer.waits).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            peer.emptyLooks = 2;
            await(true);
        }

        // A busy machine may hold one up for longer than a look lasts.
        assertThat(peer.waits).isLessThan(15);
    }

    @Test
    void aPeerFarAwayIsWaitedForWithoutLooking() throws IOException {
        peer.waitMillis = 2;
        peer.emptyLooks = Integer.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            await(true);
        }

        assertThat(peer.waits).isEqualTo(10);
        assertThat(peer.looks).as("one read after each wait").isEqualTo(10);
    }

    @Test
    void lookingEndsByItself() throws IOException {
        await(true);
        peer.emptyLooks = Integer.MAX_VALUE;
        long begin = System.nanoTime();

        await(true);

        assertThat(peer.waits).isEqualTo(2);
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
}
