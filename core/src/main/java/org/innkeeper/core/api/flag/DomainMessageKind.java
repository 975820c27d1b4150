package org.innkeeper.core.api.flag;

/** What to tell about what a domain uses. */
public enum DomainMessageKind implements Flag {
    /** Settings that will not work for ever. */
    DEPRECATION(1L),
    /** What makes it hard to support. */
    TAINTING(1L << 1);

    private final long bit;

    DomainMessageKind(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
