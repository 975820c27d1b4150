package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** How to take a definition. */
public enum DomainDefineFlag implements Flag {
    /** Check the XML against the schema. */
    VALIDATE(DomainFlags.DEFINE_VALIDATE);

    private final long bit;

    DomainDefineFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
