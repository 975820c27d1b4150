package org.innkeeper.driver.xen.definition;

/**
 * Whose way of writing domain documents and Xen's configurations is followed: what is filled in as a default, and what
 * is left to the reader, has changed over the years.
 */
public enum Dialect {
    /** libvirt of 2007: bare elements, nothing filled in. */
    LIBVIRT_0_3,
    /** libvirt of 2012: buses of disks, consoles, the placement of virtual CPUs. */
    LIBVIRT_0_10,
    /** libvirt of 2017, the last years of xend: also addresses, controllers, video and balloon. */
    LIBVIRT_3,
    /** libvirt of 2023, without xend. */
    LIBVIRT_9;

    /** Whether this is that dialect or a later one. */
    public boolean isFrom(Dialect first) {
        return compareTo(first) >= 0;
    }
}
