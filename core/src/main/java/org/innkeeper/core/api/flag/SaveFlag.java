package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How to save a domain and how it goes on when it is restored. */
public enum SaveFlag implements Flag {
    /** Do not fill the file cache of the host. */
    BYPASS_CACHE(DomainFlags.SAVE_BYPASS_CACHE),
    /** Let it run when it is restored. */
    RUNNING(DomainFlags.SAVE_RUNNING),
    /** Leave it paused when it is restored. */
    PAUSED(DomainFlags.SAVE_PAUSED),
    /** Start with a fresh NVRAM file. */
    RESET_NVRAM(DomainFlags.SAVE_RESET_NVRAM);

    private final long bit;

    SaveFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
