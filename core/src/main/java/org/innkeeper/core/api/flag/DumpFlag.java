package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How to write the memory of a domain to a file, and what then. */
public enum DumpFlag implements Flag {
    /** Crash it afterwards. */
    CRASH(DomainFlags.DUMP_CRASH),
    /** Let it run meanwhile. */
    LIVE(DomainFlags.DUMP_LIVE),
    /** Do not fill the file cache of the host. */
    BYPASS_CACHE(DomainFlags.DUMP_BYPASS_CACHE),
    /** Reset it afterwards. */
    RESET(DomainFlags.DUMP_RESET),
    /** Only the memory, in a format debuggers read. */
    MEMORY_ONLY(DomainFlags.DUMP_MEMORY_ONLY);

    private final long bit;

    DumpFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
