package org.innkeeper.core.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads a stream of a tool to its end on a thread of its own and keeps the beginning. */
final class OutputReader {
    private static final int LONGEST_LINE = 1000;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int most;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private final Thread thread;
    private volatile boolean cut;

    /**
     * @param most bytes that are kept
     * @param lines gets each line when it is there, also those that are not kept
     */
    OutputReader(InputStream stream, int most, String threadName, Consumer<String> lines) {
        this.most = most;
        this.lines = lines;
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
                tellLines(buffer, count);
            }
        } catch (IOException e) {
            System.getLogger(OutputReader.class.getName()).log(Level.DEBUG, "the tool was ended while it wrote", e);
        }
    }

    private void tellLines(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            char next = (char) (buffer[i] & 0xff);
            if (next == '\n' || next == '\r') {
                lines.accept(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append(next);
            }
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
