package org.innkeeper.app.session.sample;

import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.SampleReader;

/** One counter of one device of a pinned guest, and its rates. */
final class DeviceRing {
    private final DeviceSeries series;
    private final Counter counter = new Counter();
    private final Ring ring;

    DeviceRing(DeviceSeries series, long first) {
        this.series = series;
        ring = new Ring(SampleReader.LONG, first);
    }

    DeviceSeries series() {
        return series;
    }

    /** Takes the next value of the counter. */
    void put(long tick, long value, double perUnit, float most) {
        ring.put(tick, (float) Math.min(counter.advance(value) * perUnit, most));
    }

    void forget() {
        counter.forget();
    }

    int copy(long now, float[] into) {
        return ring.copy(now, into, SampleReader.LONG);
    }
}
