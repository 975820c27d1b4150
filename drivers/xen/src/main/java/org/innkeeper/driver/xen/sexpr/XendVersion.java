package org.innkeeper.driver.xen.sexpr;

/** What xend calls {@code xend_config_format}: how guests are configured, which changed from version to version. */
public enum XendVersion {
    /** Xen 3.0.2: one CD-ROM drive beside the disks, {@code ioemu:} before the names of emulated disks. */
    XEN_3_0_2(1),
    /** Xen 3.0.3: CD-ROM drives are disks, VNC has options. */
    XEN_3_0_3(2),
    /** Xen 3.0.4: a paravirtual screen is a device; xend keeps inactive guests. */
    XEN_3_0_4(3),
    /** Xen 3.1 to 4.4: network cards need no {@code type}. */
    XEN_3_1(4);

    private final int number;

    XendVersion(int number) {
        this.number = number;
    }

    /** The version of a number; the newest for a greater one, the oldest for a smaller one. */
    public static XendVersion ofNumber(int number) {
        return values()[Math.min(Math.max(number, 1), values().length) - 1];
    }

    public int number() {
        return number;
    }

    /** Whether this is that version or a later one. */
    public boolean isFrom(XendVersion first) {
        return compareTo(first) >= 0;
    }
}
