package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** Which state of a domain or network a change is for; without any the live one of an active one, else the stored one. */
public enum Affect implements Flag {
    /** The live state. */
    LIVE(DomainFlags.AFFECT_LIVE),
    /** The stored definition. */
    CONFIG(DomainFlags.AFFECT_CONFIG);

    private final long bit;

    Affect(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
