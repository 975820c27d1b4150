package org.innkeeper.driver.xen.hypercall;

/**
 * Releases of Xen with the versions of their interfaces, as their public headers have them.
 *
 * <p>This and the stand-in know nothing of the driver's table: they lay out structures from the lists of their members.
 */
enum XenRelease {
    XEN_3_0_3(3, 0x30000, 0x2, 0x3),
    XEN_3_0_4(3, 0x30000, 0x2, 0x4),
    XEN_3_1(3, 0x30001, 0x3, 0x5),
    XEN_3_2(3, 0x30002, 0x6, 0x5),
    XEN_3_4(3, 0x30004, 0x6, 0x5),
    XEN_4_0(4, 0x40000, 0x7, 0x6),
    XEN_4_1(4, 0x40001, 0x8, 0x7),
    XEN_4_2(4, 0x40002, 0x9, 0x8),
    XEN_4_4(4, 0x40004, 0xa, 0x9),
    XEN_4_5(4, 0x40005, 0xb, 0xa),
    XEN_4_6(4, 0x40006, 0xc, 0xb),
    XEN_4_8(4, 0x40008, 0xe, 0xc),
    XEN_4_9(4, 0x40009, 0xf, 0xd),
    XEN_4_10(4, 0x4000a, 0x10, 0xe),
    XEN_4_12(4, 0x4000c, 0x12, 0x11),
    XEN_4_14(4, 0x4000e, 0x13, 0x12),
    XEN_4_16(4, 0x40010, 0x14, 0x14),
    XEN_4_17(4, 0x40011, 0x15, 0x15),
    XEN_4_18(4, 0x40012, 0x15, 0x16),
    XEN_4_20(4, 0x40014, 0x15, 0x17);

    final int major;
    final int number;
    final int sysctl;
    final int domctl;

    XenRelease(int major, int number, int sysctl, int domctl) {
        this.major = major;
        this.number = number;
        this.sysctl = sysctl;
        this.domctl = domctl;
    }

    boolean from(XenRelease other) {
        return compareTo(other) >= 0;
    }
}
