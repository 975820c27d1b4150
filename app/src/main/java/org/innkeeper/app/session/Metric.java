package org.innkeeper.app.session;

/** What is sampled of each guest; CPU and MEMORY also of each host. */
public enum Metric {
    /** Share of its vcpus, of a host of its CPUs; 0 to 1. */
    CPU,
    /** Share of all CPUs of the host; 0 to 1. */
    HOST_CPU,
    /** Memory in use, KiB. */
    MEMORY,
    /** Bytes per second. */
    DISK_READ,
    /** Bytes per second. */
    DISK_WRITE,
    /** Bytes per second received by the guest. */
    RX,
    /** Bytes per second sent by the guest. */
    TX;

    /** How many there are; {@link #values()} makes a copy each time. */
    public static final int COUNT = 7;
}
