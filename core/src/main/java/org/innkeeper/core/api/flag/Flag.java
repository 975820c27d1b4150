package org.innkeeper.core.api.flag;

import java.util.Set;

/** One flag of a function; a set of them becomes the bits that drivers and the wire know. */
public interface Flag {
    /** The bit libvirt uses. */
    long bit();

    /** The bits of a set. */
    static long bits(Set<? extends Flag> flags) {
        long bits = 0;
        for (Flag flag : flags) {
            bits |= flag.bit();
        }
        return bits;
    }
}
