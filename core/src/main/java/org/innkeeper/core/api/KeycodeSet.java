package org.innkeeper.core.api;

/** What key codes mean, with the numbers of libvirt's {@code virKeycodeSet} (the ordinal). */
public enum KeycodeSet {
    /** Linux input events. */
    LINUX,
    /** XT scan codes. */
    XT,
    /** AT set 1. */
    ATSET1,
    /** AT set 2. */
    ATSET2,
    /** AT set 3. */
    ATSET3,
    /** macOS. */
    OSX,
    /** XT as the Linux keyboard driver has them. */
    XT_KBD,
    /** USB HID. */
    USB,
    /** Windows. */
    WIN32,
    /** QEMU numbers. */
    QNUM;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
