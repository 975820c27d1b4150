package org.innkeeper.app.form;

/**
 * A device the guest could boot from.
 *
 * @param kind {@code disk}, {@code cdrom}, {@code floppy}, {@code interface} or {@code hostdev}
 * @param index among the devices of its element, from 0
 * @param name what people know it by
 * @param enabled whether it is tried
 */
public record BootEntry(String kind, int index, String name, boolean enabled) {
    /** The element it is written in. */
    String element() {
        return kind.equals("cdrom") || kind.equals("floppy") ? "disk" : kind;
    }

    public BootEntry withEnabled(boolean on) {
        return new BootEntry(kind, index, name, on);
    }

    boolean sameDevice(BootEntry other) {
        return element().equals(other.element()) && index == other.index;
    }
}
