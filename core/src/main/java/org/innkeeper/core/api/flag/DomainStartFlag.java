package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How to start a domain. */
public enum DomainStartFlag implements Flag {
    /** Leave it paused. */
    PAUSED(DomainFlags.START_PAUSED),
    /** Destroy it when the connection closes. */
    AUTODESTROY(DomainFlags.START_AUTODESTROY),
    /** Do not fill the file cache of the host. */
    BYPASS_CACHE(DomainFlags.START_BYPASS_CACHE),
    /** Throw a managed save away. */
    FORCE_BOOT(DomainFlags.START_FORCE_BOOT),
    /** Check the XML against the schema. */
    VALIDATE(DomainFlags.START_VALIDATE),
    /** With a fresh NVRAM file. */
    RESET_NVRAM(DomainFlags.START_RESET_NVRAM);

    private final long bit;

    DomainStartFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
