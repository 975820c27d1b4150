package org.innkeeper.driver.test.load;

import java.util.SplittableRandom;

/**
 * How one guest behaves: its processors, disks and network each follow a wave of their own. The same seed gives the same
 * behaviour. Immutable.
 */
public final class LoadProfile {
    /** Share of a vcpu's time that all vcpus of the guest spend together. */
    private static final double COMMON = 0.6;

    private final Wave cpu;
    private final Wave disk;
    private final Wave network;
    private final Wave[] vcpus;

    private LoadProfile(SplittableRandom random, double activity, int vcpuCount) {
        cpu = wave(random, activity * (0.3 + random.nextDouble(0.7)), 0.8);
        disk = wave(random, 0.05 + random.nextDouble(0.25), 0.9);
        network = wave(random, 0.05 + random.nextDouble(0.3), 0.8);
        vcpus = new Wave[vcpuCount];
        for (int i = 0; i < vcpuCount; i++) {
            vcpus[i] = wave(random, activity * (0.3 + random.nextDouble(0.7)), 0.6);
        }
    }

    private static Wave wave(SplittableRandom random, double level, double burstiness) {
        return new Wave(random, level, (1 - 2 * level) * burstiness * random.nextDouble());
    }

    /**
     * @param activity how busy the processors are, 0 to 0.5 of each vcpu
     * @param vcpuCount at least 1; later vcpus follow the waves of earlier ones
     */
    public static LoadProfile of(long seed, double activity, int vcpuCount) {
        return new LoadProfile(new SplittableRandom(seed), activity, vcpuCount);
    }

    /** Puts the areas under all waves up to {@code seconds} into {@code sums}, see {@link Sums}. */
    void areas(double seconds, Sums sums) {
        sums.seconds = seconds;
        double common = cpu.area(seconds);
        sums.disk = disk.area(seconds);
        sums.network = network.area(seconds);
        for (int i = 0; i < sums.vcpus.length; i++) {
            sums.vcpus[i] = COMMON * common + (1 - COMMON) * vcpus[i % vcpus.length].area(seconds);
        }
    }

    /** Share of the guest's memory in use, 0.2 to 0.9. */
    double memoryShare(double seconds) {
        return 0.35 + 0.5 * Math.min(1, disk.rate(seconds) + network.rate(seconds) / 2);
    }
}
