package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.NetworkFlags;

/** Which definition of a network to give. */
public enum NetworkXmlFlag implements Flag {
    /** The definition of the next start. */
    INACTIVE(NetworkFlags.XML_INACTIVE);

    private final long bit;

    NetworkXmlFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
