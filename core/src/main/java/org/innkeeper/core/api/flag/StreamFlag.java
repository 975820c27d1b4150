package org.innkeeper.core.api.flag;

/** How a volume is sent. */
public enum StreamFlag implements Flag {
    /** Holes are sent as holes. */
    SPARSE(1L);

    private final long bit;

    StreamFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
