package org.innkeeper.driver.qemu.command;

/** How a guest comes to run. */
public enum StartMode {
    /** From its firmware on; the vcpus wait until they are told to go. */
    BOOT,
    /** From a saved or migrated state, which is named over the monitor afterwards. */
    INCOMING
}
