package org.innkeeper.driver.test.host;

/**
 * What the driver needs to know of a disk.
 *
 * @param target such as {@code vda}
 * @param source path, block device or name on the network; null where the drive is empty
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param capacity bytes it seems to have
 */
public record DiskFacts(String target, String source, String device, long capacity) {
    private static final long GIB = 1L << 30;
    private static final long CDROM = 734_003_200L;
    private static final long FLOPPY = 1_474_560L;

    /** A disk whose size follows from its kind and name, since nothing stores it. */
    public static DiskFacts of(String target, String source, String device) {
        long capacity =
                switch (device) {
                    case "cdrom" -> CDROM;
                    case "floppy" -> FLOPPY;
                    default -> (source == null ? 8 : 8 + Math.floorMod(source.hashCode(), 8) * 16L) * GIB;
                };
        return new DiskFacts(target, source, device, capacity);
    }

    /** Bytes of the host's storage it takes. */
    public long allocation() {
        return isReadOnlyMedium() ? capacity : capacity / 16 * (3 + Math.floorMod(source.hashCode(), 9));
    }

    /** Whether guests never write to it. */
    public boolean isReadOnlyMedium() {
        return device.equals("cdrom");
    }

    public boolean isEmpty() {
        return source == null;
    }
}
