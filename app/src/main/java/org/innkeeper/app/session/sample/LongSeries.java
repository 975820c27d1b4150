package org.innkeeper.app.session.sample;

import java.util.Arrays;
import java.util.List;
import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.DeviceSeries.Kind;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;

/** What is kept of a pinned guest besides the short series: long ones, and one for each device. */
final class LongSeries {
    private final Ring[] metrics = new Ring[Metric.COUNT];
    private volatile DeviceRing[] devices = new DeviceRing[0];

    /** Begins with what the short series have. */
    LongSeries(GuestSeries guest, long now) {
        float[] recent = new float[SampleReader.SHORT];
        for (Metric metric : Metric.values()) {
            int count = guest.copyShort(metric, now, recent);
            Ring ring = new Ring(SampleReader.LONG, now - count + 1);
            for (int i = 0; i < count; i++) {
                ring.put(now - count + 1 + i, recent[i]);
            }
            metrics[metric.ordinal()] = ring;
        }
    }

    void put(Metric metric, long tick, float value) {
        metrics[metric.ordinal()].put(tick, value);
    }

    int copy(Metric metric, long now, float[] into) {
        return metrics[metric.ordinal()].copy(now, into, SampleReader.LONG);
    }

    /** Takes the counters of each device. */
    void put(Reading reading, long tick, double perSecond) {
        put(reading.vcpus(), 0, Kind.VCPU, tick, perSecond / 1e9, 1);
        put(reading.disks(), 0, Kind.DISK_READ, tick, perSecond, Float.MAX_VALUE);
        put(reading.disks(), 1, Kind.DISK_WRITE, tick, perSecond, Float.MAX_VALUE);
        put(reading.nics(), 0, Kind.RX, tick, perSecond, Float.MAX_VALUE);
        put(reading.nics(), 1, Kind.TX, tick, perSecond, Float.MAX_VALUE);
    }

    private void put(Reading.Devices from, int counter, Kind kind, long tick, double perUnit, float most) {
        for (int i = 0; i < from.size(); i++) {
            long value = from.value(i, counter);
            if (value >= 0) {
                device(kind, i, from.name(i), tick).put(tick, value, perUnit, most);
            }
        }
    }

    /** By kind and name: numbers move up when a device before it is removed. */
    private DeviceRing device(Kind kind, int index, String name, long tick) {
        DeviceRing[] now = devices;
        for (DeviceRing device : now) {
            if (device.series().kind() == kind && device.series().name().equals(name)) {
                return device;
            }
        }
        DeviceRing added = new DeviceRing(new DeviceSeries(kind, index, name), tick);
        DeviceRing[] more = Arrays.copyOf(now, now.length + 1);
        more[now.length] = added;
        devices = more;
        return added;
    }

    /** The guest runs anew. */
    void forgetCounters() {
        for (DeviceRing device : devices) {
            device.forget();
        }
    }

    List<DeviceSeries> devices() {
        return Arrays.stream(devices).map(DeviceRing::series).toList();
    }

    int copy(DeviceSeries series, long now, float[] into) {
        for (DeviceRing device : devices) {
            if (device.series().equals(series)) {
                return device.copy(now, into);
            }
        }
        return 0;
    }
}
