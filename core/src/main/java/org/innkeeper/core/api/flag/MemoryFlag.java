package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** Which memory setting a change is for. */
public enum MemoryFlag implements Flag {
    /** That of the running domain. */
    LIVE(DomainFlags.AFFECT_LIVE),
    /** That of the stored definition. */
    CONFIG(DomainFlags.AFFECT_CONFIG),
    /** The most memory it may use. */
    MAXIMUM(DomainFlags.MEMORY_MAXIMUM);

    private final long bit;

    MemoryFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
