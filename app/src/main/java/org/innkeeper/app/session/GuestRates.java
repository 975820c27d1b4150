package org.innkeeper.app.session;

/**
 * What a guest does now. What is not known is NaN or -1, never zero.
 *
 * @param cpu share of its vcpus, 0 to 1
 * @param hostCpu share of all CPUs of the host, 0 to 1
 * @param memoryUsedKiB memory in use, KiB; -1 where it is not known
 * @param memoryMaxKiB the most memory it may use, KiB; -1 where it is not known
 * @param diskReadBytesPerSecond over all disks
 * @param diskWriteBytesPerSecond over all disks
 * @param rxBytesPerSecond received by the guest, over all interfaces
 * @param txBytesPerSecond sent by the guest, over all interfaces
 */
public record GuestRates(
        float cpu,
        float hostCpu,
        long memoryUsedKiB,
        long memoryMaxKiB,
        float diskReadBytesPerSecond,
        float diskWriteBytesPerSecond,
        float rxBytesPerSecond,
        float txBytesPerSecond) {
    /** Nothing is known, as of a guest that is off. */
    public static final GuestRates UNKNOWN =
            new GuestRates(Float.NaN, Float.NaN, -1, -1, Float.NaN, Float.NaN, Float.NaN, Float.NaN);

    /** Share of its memory in use, 0 to 1; NaN where it is not known. */
    public double memory() {
        return memoryUsedKiB < 0 || memoryMaxKiB <= 0 ? Double.NaN : (double) memoryUsedKiB / memoryMaxKiB;
    }

    /** Bytes per second read and written; NaN only where neither is known. */
    public double diskBytesPerSecond() {
        return sum(diskReadBytesPerSecond, diskWriteBytesPerSecond);
    }

    /** Bytes per second received and sent; NaN only where neither is known. */
    public double networkBytesPerSecond() {
        return sum(rxBytesPerSecond, txBytesPerSecond);
    }

    private static double sum(float a, float b) {
        if (Float.isNaN(a)) {
            return b;
        }
        return Float.isNaN(b) ? a : (double) a + b;
    }
}
