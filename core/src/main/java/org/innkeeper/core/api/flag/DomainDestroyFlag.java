package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How to end the run of a domain. */
public enum DomainDestroyFlag implements Flag {
    /** Fail rather than kill. */
    GRACEFUL(DomainFlags.DESTROY_GRACEFUL),
    /** Remove its logs. */
    REMOVE_LOGS(DomainFlags.DESTROY_REMOVE_LOGS);

    private final long bit;

    DomainDestroyFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
