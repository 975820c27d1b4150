package org.innkeeper.app.session.sample;

import java.util.Arrays;

/**
 * The newest samples of one series, addressed by tick. One thread writes, any thread reads without a lock: the ring holds
 * some more samples than a reader may take, so that the writer is never in the part that is being read.
 */
final class Ring {
    /** How many ticks the writer may go on while one reader copies. */
    private static final int SLACK = 8;

    private final float[] values;
    private final int mask;
    private final long first;
    private volatile long last;

    /**
     * @param samples the least that can be read
     * @param first the tick of the first sample
     */
    Ring(int samples, long first) {
        int size = Integer.highestOneBit(samples + SLACK - 1) << 1;
        values = new float[size];
        mask = size - 1;
        this.first = first;
        last = first - 1;
    }

    /** Adds a sample; ticks that were left out become gaps. */
    void put(long tick, float value) {
        long next = Math.max(last + 1, tick - mask);
        for (long gap = next; gap < tick; gap++) {
            values[(int) gap & mask] = Float.NaN;
        }
        values[(int) tick & mask] = value;
        last = tick;
    }

    /**
     * Copies the newest samples up to a tick, newest last, to the start of {@code into}.
     *
     * @param now the tick of the last sample wanted; a gap where there is none yet
     * @param most how many at most
     * @return how many were copied
     */
    int copy(long now, float[] into, int most) {
        long end = last;
        int count = (int) Math.max(0, Math.min(Math.min(into.length, most), now - first + 1));
        int known = (int) Math.max(0, count - Math.max(0, now - end));
        for (int i = 0; i < known; i++) {
            into[i] = values[(int) (now - count + 1 + i) & mask];
        }
        Arrays.fill(into, known, count, Float.NaN);
        return count;
    }
}
