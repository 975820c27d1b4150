package org.innkeeper.app.session.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.app.session.DeviceSeries;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeMemoryStats;

/**
 * Samples one host. A tick is {@link #begin}, {@link #guest} for each domain, {@link #end}, all on one thread at a time;
 * readers may be anywhere.
 */
public final class Sampler implements SampleReader {
    private static final int TIMES = 2048;

    private final Map<UUID, GuestSeries> guests = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> pinned = new HashMap<>();
    private final Reading reading = new Reading();
    private final Counter hostBusy = new Counter();
    private final Counter hostTotal = new Counter();
    private final Ring hostCpu = new Ring(LONG, 0);
    private final Ring hostMemory = new Ring(LONG, 0);
    private final long[] times = new long[TIMES];
    private volatile long now = -1;
    private long tick;
    private int hostCpus;

    /**
     * Begins a tick.
     *
     * @param cpus the CPUs of the host, 0 where they are not known
     */
    public void begin(int cpus) {
        tick = now + 1;
        hostCpus = cpus;
    }

    /** Takes what a domain tells. */
    public GuestRates guest(DomainStats stats) {
        UUID uuid = stats.domain().uuid();
        GuestSeries series = guests.get(uuid);
        if (series == null) {
            series = add(uuid);
        }
        return series.accept(reading, reading.read(stats, series.layout()), tick, hostCpus);
    }

    /** Of the domain that {@link #guest} took last: vcpus now, -1 where it is not known. */
    public int vcpus() {
        return reading.vcpuCount();
    }

    /** Of the domain that {@link #guest} took last: libvirt's state, -1 where it is not known. */
    public int state() {
        return (int) reading.value(Slot.Kind.STATE);
    }

    /** Of the domain that {@link #guest} took last: libvirt's reason, -1 where it is not known. */
    public int reason() {
        return (int) reading.value(Slot.Kind.REASON);
    }

    private GuestSeries add(UUID uuid) {
        GuestSeries series = new GuestSeries(tick);
        synchronized (pinned) {
            for (int pins = pinned.getOrDefault(uuid, 0); pins > 0; pins--) {
                series.pin(tick - 1);
            }
            guests.put(uuid, series);
        }
        return series;
    }

    /**
     * Ends a tick.
     *
     * @param cpu counters of the host, or null where it does not tell
     * @param memory of the host, or null where it does not tell
     * @param millis the time, since the epoch
     */
    public HostLoad end(NodeCpuStats cpu, NodeMemoryStats memory, long millis) {
        double busy = hostBusy.advance(cpu == null ? Reading.ABSENT : cpu.busy());
        double total = hostTotal.advance(cpu == null ? Reading.ABSENT : cpu.total());
        double share = total > 0 ? Math.min(1, busy / total) : Double.NaN;
        hostCpu.put(tick, (float) share);
        hostMemory.put(tick, memory == null ? Float.NaN : memory.used());
        times[(int) (tick % TIMES)] = millis;
        now = tick;
        return new HostLoad(share, memory == null ? -1 : memory.used(), memory == null ? -1 : memory.total());
    }

    /** Forgets guests that are gone. */
    public void retain(Set<UUID> known) {
        if (guests.size() > known.size()) {
            guests.keySet().retainAll(known);
        }
    }

    /** Keeps long series of the guest, whether it is known yet or not. */
    public HostSession.Pin pin(UUID guest) {
        synchronized (pinned) {
            pinned.merge(guest, 1, Integer::sum);
            GuestSeries series = guests.get(guest);
            if (series != null) {
                series.pin(now);
            }
        }
        return new PinHandle(guest);
    }

    private final class PinHandle implements HostSession.Pin {
        private final UUID guest;
        private boolean closed;

        PinHandle(UUID guest) {
            this.guest = guest;
        }

        @Override
        public void close() {
            synchronized (pinned) {
                if (closed) {
                    return;
                }
                closed = true;
                pinned.computeIfPresent(guest, (uuid, pins) -> pins == 1 ? null : pins - 1);
                GuestSeries series = guests.get(guest);
                if (series != null) {
                    series.unpin();
                }
            }
        }
    }

    @Override
    public int read(GuestKey guest, Metric metric, float[] into) {
        GuestSeries series = guests.get(guest.uuid());
        return series == null ? 0 : series.copy(metric, now, into);
    }

    @Override
    public int readHost(Metric metric, float[] into) {
        return switch (metric) {
            case CPU -> hostCpu.copy(now, into, LONG);
            case MEMORY -> hostMemory.copy(now, into, LONG);
            default -> 0;
        };
    }

    @Override
    public int readTimes(long[] into) {
        long end = now;
        int count = (int) Math.min(Math.min(into.length, LONG), end + 1);
        for (int i = 0; i < count; i++) {
            into[i] = times[(int) ((end - count + 1 + i) % TIMES)];
        }
        return count;
    }

    @Override
    public List<DeviceSeries> devices(GuestKey guest) {
        GuestSeries series = guests.get(guest.uuid());
        return series == null ? List.of() : series.devices();
    }

    @Override
    public int read(GuestKey guest, DeviceSeries device, float[] into) {
        GuestSeries series = guests.get(guest.uuid());
        return series == null ? 0 : series.copy(device, now, into);
    }
}
