package org.innkeeper.core.api.flag;

/** Which secrets to list. */
public enum SecretFilter implements Flag {
    /** Kept in memory only. */
    EPHEMERAL(1L),
    /** Stored. */
    NO_EPHEMERAL(1L << 1),
    /** Whose value nobody may read. */
    PRIVATE(1L << 2),
    /** Whose value may be read. */
    NO_PRIVATE(1L << 3);

    private final long bit;

    SecretFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
