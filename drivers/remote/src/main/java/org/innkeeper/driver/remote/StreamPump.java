package org.innkeeper.driver.remote;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;

/** Carries a tunnelled migration from the stream of the source to that of the target, on a thread of its own. */
final class StreamPump {
    private static final System.Logger LOG = System.getLogger(StreamPump.class.getName());
    private static final int BUFFER_SIZE = 256 * 1024;

    private StreamPump() {}

    static void start(ByteStream from, ByteStream to) {
        Thread thread = new Thread(() -> pump(from, to), "migration tunnel");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pump(ByteStream from, ByteStream to) {
        byte[] buffer = new byte[BUFFER_SIZE];
        try {
            for (int count = from.read(buffer, 0, buffer.length);
                    count >= 0;
                    count = from.read(buffer, 0, buffer.length)) {
                to.write(buffer, 0, count);
            }
            to.finish();
        } catch (InnkeeperException e) {
            // The migration fails by it and says so; here it only has to end on both sides.
            LOG.log(System.Logger.Level.DEBUG, "the tunnel of a migration ended: {0}", e.getMessage());
            from.abort();
            to.abort();
        }
    }
}
