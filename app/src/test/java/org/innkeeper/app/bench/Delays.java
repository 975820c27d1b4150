package org.innkeeper.app.bench;

import java.util.Arrays;
import org.innkeeper.app.task.FxThread;

/** How late the FX thread runs what is posted to it: a probe every two milliseconds, on a thread of its own. */
final class Delays implements AutoCloseable {
    private static final long PAUSE_NANOS = 2_000_000;
    private static final int MOST = 2_000_000;

    private final long[] nanos = new long[MOST];
    private final Thread prober = new Thread(this::probe, "probe");
    private volatile boolean stopped;
    private int count;
    private int mark;

    Delays() {
        prober.setDaemon(true);
        prober.setPriority(Thread.MAX_PRIORITY);
        prober.start();
    }

    private void probe() {
        while (!stopped) {
            long posted = System.nanoTime();
            FxThread.later(() -> add(System.nanoTime() - posted));
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized void add(long delay) {
        if (count < MOST) {
            nanos[count++] = delay;
        }
    }

    /** Forgets what was measured until now. */
    synchronized void mark() {
        mark = count;
    }

    /** Percentiles since the mark, in milliseconds: p50, p95, p99, most. */
    synchronized double[] percentiles() {
        long[] part = Arrays.copyOfRange(nanos, mark, count);
        Arrays.sort(part);
        double[] shares = {0.5, 0.95, 0.99, 1};
        double[] result = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            result[i] = part.length == 0
                    ? Double.NaN
                    : part[(int) Math.min(part.length - 1.0, part.length * shares[i])] / 1e6;
        }
        return result;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
