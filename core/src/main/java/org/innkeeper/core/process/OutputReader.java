package org.innkeeper.core.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads a stream of a tool to its end on a thread of its own and keeps the beginning. */
final class OutputReader {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private final Thread thread;
    private volatile boolean cut;

    /** @param most bytes that are kept */
    OutputReader(InputStream stream, int most, String threadName) {
        this.most = most;
        thread = new Thread(() -> drain(stream), threadName);
        thread.setDaemon(true);
        thread.start();
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                synchronized (kept) {
                    int room = most - kept.size();
                    cut |= count > room;
                    kept.write(buffer, 0, Math.min(count, room));
                }
            }
        } catch (IOException e) {
            System.getLogger(OutputReader.class.getName()).log(Level.DEBUG, "the tool was ended while it wrote", e);
        }
    }

    /** Whether more came than is kept. */
    boolean isCut() {
        return cut;
    }

    /**
     * What came; a daemon that the tool left behind may hold the stream open, so the end is not waited for without limit.
     */
    String text(Duration patience) throws InterruptedException {
        thread.join(patience.toMillis());
        synchronized (kept) {
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
