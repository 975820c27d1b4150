package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** Which definition of a domain to give. */
public enum DomainXmlFlag implements Flag {
    /** With passwords; refused on a read-only connection. */
    SECURE(DomainFlags.XML_SECURE),
    /** The definition of the next start. */
    INACTIVE(DomainFlags.XML_INACTIVE),
    /** With the CPU as the host resolves it. */
    UPDATE_CPU(DomainFlags.XML_UPDATE_CPU),
    /** As it is sent to another host. */
    MIGRATABLE(DomainFlags.XML_MIGRATABLE);

    private final long bit;

    DomainXmlFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
