package org.innkeeper.app.session;

import java.util.List;

/**
 * Recent samples of a host and its guests, one per tick of its polling. All series of a host have the same ticks: the
 * last entry of each answer belongs to the last entry of {@link #readTimes}. Never blocks; safe for any thread.
 *
 * <p>Every {@code read} copies the newest samples, oldest first and newest last, to the start of {@code into}, and tells
 * how many there were: at most {@code into.length}, and at most {@link #SHORT} or, of pinned guests and the host,
 * {@link #LONG}. Gaps are NaN.
 */
public interface SampleReader {
    /** Samples kept of every guest. */
    int SHORT = 120;

    /** Samples kept of pinned guests, from when they were pinned, and of the host. */
    int LONG = 1800;

    /** @return how many were copied; 0 for a guest that is not known */
    int read(GuestKey guest, Metric metric, float[] into);

    /** Samples of the host itself: {@link Metric#CPU} and {@link Metric#MEMORY}, others are 0 long. */
    int readHost(Metric metric, float[] into);

    /** When the samples were taken, milliseconds since the epoch. */
    int readTimes(long[] into);

    /** The devices of a pinned guest; empty for others, and until the first sample after it was pinned. */
    List<DeviceSeries> devices(GuestKey guest);

    /** Samples of one device of a pinned guest. */
    int read(GuestKey guest, DeviceSeries series, float[] into);
}
