package org.innkeeper.driver.test.load;

import java.util.Arrays;

/**
 * The counters of one run of a guest. They go forward while the guest runs and stand still while it is paused. A reading is
 * made by {@link #read}; the getters tell that reading. Used under the lock of its host.
 */
public final class GuestMeter {
    private static final double NANOS = 1e9;
    private static final double READ_REQUESTS = 160;
    private static final double WRITE_REQUESTS = 110;
    private static final long READ_SIZE = 24_576;
    private static final long WRITE_SIZE = 16_384;
    private static final long READ_NANOS = 310_000;
    private static final long WRITE_NANOS = 840_000;
    private static final double RX_BYTES = 6_200_000;
    private static final double TX_BYTES = 3_900_000;
    private static final long PACKET_SIZE = 760;

    /** KiB the emulator itself takes. */
    private static final long OVERHEAD = 12_288;

    private final LoadProfile profile;
    private Sums done;
    private Sums since;
    private Sums now;
    private boolean running;
    private double moment;

    public GuestMeter(LoadProfile profile, int vcpuCount) {
        this.profile = profile;
        done = new Sums(vcpuCount);
        since = new Sums(vcpuCount);
        now = new Sums(vcpuCount);
    }

    /** Makes it as if the guest had run for so long before. */
    public void age(double seconds, double lifetime) {
        profile.areas(seconds - lifetime, since);
        profile.areas(seconds, now);
        done.addDifference(since, now);
        profile.areas(seconds, since);
    }

    /** The guest begins to run, or goes on after a pause. */
    public void resume(double seconds) {
        if (!running) {
            profile.areas(seconds, since);
            running = true;
        }
    }

    /** The guest stops for a while. */
    public void pause(double seconds) {
        if (running) {
            read(seconds);
            done.set(now);
            running = false;
        }
    }

    /** The guest has another number of vcpus from now on; those that stay keep their counters. */
    public void setVcpus(double seconds, int count) {
        boolean wasRunning = running;
        pause(seconds);
        done.vcpus = Arrays.copyOf(done.vcpus, count);
        since = new Sums(count);
        now = new Sums(count);
        if (wasRunning) {
            resume(seconds);
        }
    }

    /** Takes a reading. */
    public void read(double seconds) {
        moment = seconds;
        if (!running) {
            now.set(done);
            return;
        }
        profile.areas(seconds, now);
        now.addDifference(since, done);
    }

    /** Nanoseconds. */
    public long vcpuTime(int vcpu) {
        return (long) (now.vcpus[vcpu] * NANOS);
    }

    /** Nanoseconds a vcpu wanted to run and had to wait for a host CPU. */
    public long vcpuDelay(int vcpu) {
        return (long) ((now.vcpus[vcpu] * 0.004 + now.seconds * 1e-5) * NANOS);
    }

    /** Nanoseconds of all vcpus and of the emulator. */
    public long cpuTime() {
        return (long) ((vcpuSeconds() + emulatorSeconds()) * NANOS);
    }

    /** Nanoseconds in user mode. */
    public long cpuUser() {
        return (long) (vcpuSeconds() * 0.88 * NANOS);
    }

    /** Nanoseconds in kernel mode. */
    public long cpuSystem() {
        return (long) ((vcpuSeconds() * 0.12 + emulatorSeconds()) * NANOS);
    }

    private double vcpuSeconds() {
        double sum = 0;
        for (double vcpu : now.vcpus) {
            sum += vcpu;
        }
        return sum;
    }

    private double emulatorSeconds() {
        return now.seconds * 0.004 + now.disk * 0.02;
    }

    public long readRequests(int disk) {
        return (long) ((now.seconds * 3 + now.disk * READ_REQUESTS) * share(disk));
    }

    public long writeRequests(int disk) {
        return (long) ((now.seconds * 5 + now.disk * WRITE_REQUESTS) * share(disk));
    }

    public long readBytes(int disk) {
        return readRequests(disk) * READ_SIZE;
    }

    public long writeBytes(int disk) {
        return writeRequests(disk) * WRITE_SIZE;
    }

    /** Nanoseconds spent reading. */
    public long readTime(int disk) {
        return readRequests(disk) * READ_NANOS;
    }

    /** Nanoseconds spent writing. */
    public long writeTime(int disk) {
        return writeRequests(disk) * WRITE_NANOS;
    }

    public long flushRequests(int disk) {
        return (long) ((now.seconds * 2 + now.disk * 9) * share(disk));
    }

    /** Nanoseconds spent flushing. */
    public long flushTime(int disk) {
        return flushRequests(disk) * 1_900_000;
    }

    public long rxBytes(int nic) {
        return (long) ((now.seconds * 5_200 + now.network * RX_BYTES) * share(nic));
    }

    public long txBytes(int nic) {
        return (long) ((now.seconds * 3_100 + now.network * TX_BYTES) * share(nic));
    }

    public long rxPackets(int nic) {
        return rxBytes(nic) / PACKET_SIZE;
    }

    public long txPackets(int nic) {
        return txBytes(nic) / PACKET_SIZE;
    }

    /** Page faults that needed the disk. */
    public long majorFaults() {
        return (long) (now.seconds * 1.1 + now.disk * 14);
    }

    public long minorFaults() {
        return (long) (now.seconds * 40 + vcpuSeconds() * 900);
    }

    /**
     * Memory the guest uses of what it has.
     *
     * @param memory KiB it has
     * @return KiB
     */
    public long memoryUsed(long memory) {
        return (long) (memory * profile.memoryShare(moment));
    }

    /**
     * Memory of the host the guest takes: what it ever touched, so it moves less than {@link #memoryUsed}.
     *
     * @param memory KiB it has
     * @return KiB
     */
    public long resident(long memory) {
        return lively((long) (memory * (0.3 + 0.35 * profile.memoryShare(moment))) + OVERHEAD);
    }

    /**
     * Memory the guest has where an automatic balloon follows its load.
     *
     * @param memory KiB it has at most
     * @return KiB
     */
    public long breathing(long memory) {
        return lively((long) (memory * (0.7 + 0.3 * profile.memoryShare(moment))));
    }

    /** Makes a gauge differ from that of the second before even where its wave turns. */
    public long lively(long gauge) {
        return gauge & ~3L | (long) Math.floor(moment) & 3;
    }

    private static double share(int device) {
        return 1 / (1 + 0.3 * Math.min(device, 2));
    }
}
