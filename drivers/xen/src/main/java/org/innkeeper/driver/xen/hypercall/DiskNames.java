package org.innkeeper.driver.xen.hypercall;

/**
 * The names in the guest of virtual disks, from their numbers. A number is a Linux device number, of 2007's major and minor
 * ones, or with bit 28 set the extended form that only Xen's own disks have.
 */
final class DiskNames {
    private static final int EXTENDED = 1 << 28;
    private static final int XVD_MAJOR = 202;
    private static final int SD_MAJOR = 8;
    private static final int[] HD_MAJORS = {3, 22, 33, 34, 56, 57, 88, 89, 90, 91};

    private DiskNames() {}

    /** Such as {@code xvda}, {@code hdc2}; the number itself where it is of no kind known. */
    static String of(int number) {
        if ((number & EXTENDED) != 0) {
            return name("xvd", number >> 8 & 0xfffff, number & 0xff);
        }
        int major = number >> 8;
        int minor = number & 0xff;
        if (major == XVD_MAJOR) {
            return name("xvd", minor >> 4, minor & 0xf);
        }
        if (major == SD_MAJOR) {
            return name("sd", minor >> 4, minor & 0xf);
        }
        for (int i = 0; i < HD_MAJORS.length; i++) {
            if (major == HD_MAJORS[i]) {
                return name("hd", 2 * i + (minor >> 6), minor & 0x3f);
            }
        }
        return Integer.toString(number);
    }

    private static String name(String kind, int disk, int partition) {
        String letters = "";
        for (int rest = disk; rest >= 0; rest = rest / 26 - 1) {
            letters = (char) ('a' + rest % 26) + letters;
        }
        return kind + letters + (partition == 0 ? "" : partition);
    }
}
