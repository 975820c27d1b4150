package org.innkeeper.app.session;

import java.util.Objects;

/**
 * One line of a chart of one device of a guest.
 *
 * @param kind what is counted
 * @param index the device's number among its kind, from 0
 * @param name what people know it by: {@code vda}, {@code vnet0}, or the number of the vcpu
 */
public record DeviceSeries(Kind kind, int index, String name) {
    /** What is counted. */
    public enum Kind {
        /** Share of one vcpu, 0 to 1. */
        VCPU,
        /** Bytes per second. */
        DISK_READ,
        /** Bytes per second. */
        DISK_WRITE,
        /** Bytes per second received by the guest. */
        RX,
        /** Bytes per second sent by the guest. */
        TX
    }

    public DeviceSeries {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }
}
