package org.innkeeper.app.session.sample;

import java.util.List;
import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;

/** The counters and series of one guest. Written by the polling thread only, read by any. */
final class GuestSeries {
    private static final float SMALLEST_INTERVAL_NANOS = 1_000_000;

    private final Counter cpu = new Counter();
    private final Counter diskRead = new Counter();
    private final Counter diskWrite = new Counter();
    private final Counter rx = new Counter();
    private final Counter tx = new Counter();

    /** Made with the first value: a guest that is off costs nothing. */
    private final Ring[] rings = new Ring[Metric.COUNT];

    private final long first;
    private Layout layout;
    private int id;
    private long sampleTime;
    private boolean sampled;
    private volatile LongSeries longer;
    private int pins;

    GuestSeries(long first) {
        this.first = first;
    }

    /**
     * Takes the values of a tick.
     *
     * @param hostCpus the CPUs of the host, 0 where they are not known
     */
    GuestRates accept(Reading reading, Layout newLayout, long tick, int hostCpus) {
        layout = newLayout;
        LongSeries pinned = longer;
        if (reading.id() != id) {
            id = reading.id();
            forgetCounters(pinned);
        }
        double nanos = sampled ? reading.sampleTime() - sampleTime : 0;
        double perSecond = nanos >= SMALLEST_INTERVAL_NANOS ? 1e9 / nanos : Double.NaN;
        sampleTime = reading.sampleTime();
        sampled = true;
        if (pinned != null) {
            pinned.put(reading, tick, perSecond);
        }
        GuestRates rates = rates(reading, perSecond, hostCpus);
        put(Metric.CPU, tick, rates.cpu(), pinned);
        put(Metric.HOST_CPU, tick, rates.hostCpu(), pinned);
        put(Metric.MEMORY, tick, rates.memoryUsedKiB() < 0 ? Float.NaN : rates.memoryUsedKiB(), pinned);
        put(Metric.DISK_READ, tick, rates.diskReadBytesPerSecond(), pinned);
        put(Metric.DISK_WRITE, tick, rates.diskWriteBytesPerSecond(), pinned);
        put(Metric.RX, tick, rates.rxBytesPerSecond(), pinned);
        put(Metric.TX, tick, rates.txBytesPerSecond(), pinned);
        return rates;
    }

    private GuestRates rates(Reading reading, double perSecond, int hostCpus) {
        double cores = cpu.advance(reading.value(Slot.Kind.CPU_TIME)) * perSecond / 1e9;
        int vcpus = reading.vcpuCount();
        float read = (float) (diskRead.advance(reading.disks().sum(0)) * perSecond);
        float written = (float) (diskWrite.advance(reading.disks().sum(1)) * perSecond);
        float received = (float) (rx.advance(reading.nics().sum(0)) * perSecond);
        float sent = (float) (tx.advance(reading.nics().sum(1)) * perSecond);
        if (id < 0) {
            return new GuestRates(
                    Float.NaN, Float.NaN, -1, reading.memoryMaximum(), Float.NaN, Float.NaN, Float.NaN, Float.NaN);
        }
        return new GuestRates(
                vcpus > 0 ? (float) Math.min(1, cores / vcpus) : Float.NaN,
                hostCpus > 0 ? (float) Math.min(1, cores / hostCpus) : Float.NaN,
                reading.memoryUsed(),
                reading.memoryMaximum(),
                read,
                written,
                received,
                sent);
    }

    private void forgetCounters(LongSeries pinned) {
        cpu.forget();
        diskRead.forget();
        diskWrite.forget();
        rx.forget();
        tx.forget();
        if (pinned != null) {
            pinned.forgetCounters();
        }
    }

    private void put(Metric metric, long tick, float value, LongSeries pinned) {
        Ring ring = rings[metric.ordinal()];
        if (ring == null && !Float.isNaN(value)) {
            ring = new Ring(SampleReader.SHORT, first);
            rings[metric.ordinal()] = ring;
        }
        if (ring != null) {
            ring.put(tick, value);
        }
        if (pinned != null) {
            pinned.put(metric, tick, value);
        }
    }

    Layout layout() {
        return layout;
    }

    int copy(Metric metric, long now, float[] into) {
        LongSeries pinned = longer;
        return pinned == null ? copyShort(metric, now, into) : pinned.copy(metric, now, into);
    }

    int copyShort(Metric metric, long now, float[] into) {
        Ring ring = rings[metric.ordinal()];
        return ring == null ? 0 : ring.copy(now, into, SampleReader.SHORT);
    }

    synchronized void pin(long now) {
        pins++;
        if (longer == null) {
            longer = new LongSeries(this, now);
        }
    }

    synchronized void unpin() {
        pins--;
        if (pins == 0) {
            longer = null;
        }
    }

    List<DeviceSeries> devices() {
        LongSeries pinned = longer;
        return pinned == null ? List.of() : pinned.devices();
    }

    int copy(DeviceSeries series, long now, float[] into) {
        LongSeries pinned = longer;
        return pinned == null ? 0 : pinned.copy(series, now, into);
    }
}
