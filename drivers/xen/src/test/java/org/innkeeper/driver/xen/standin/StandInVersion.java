package org.innkeeper.driver.xen.standin;

/** The versions of Xen whose xend the stand-in can be. */
public enum StandInVersion {
    XEN_3_0_2(0, 3, 0),
    XEN_3_0_3(2, 3, 0),
    XEN_3_0_4(3, 3, 0),
    XEN_3_1(4, 3, 1),
    XEN_3_4(4, 3, 4),
    XEN_4_4(4, 4, 4);

    final int format;
    final int major;
    final int minor;

    StandInVersion(int format, int major, int minor) {
        this.format = format;
        this.major = major;
        this.minor = minor;
    }

    boolean keepsInactive() {
        return compareTo(XEN_3_0_4) >= 0;
    }

    /** Whether a domain that is not there is told by 404 and not by 500 without a word. */
    boolean saysNotFound() {
        return this != XEN_3_1;
    }
}
