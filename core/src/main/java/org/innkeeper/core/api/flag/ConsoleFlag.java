package org.innkeeper.core.api.flag;

/** How to open a console. */
public enum ConsoleFlag implements Flag {
    /** Throw out who has it open. */
    FORCE(1L),
    /** Only where the driver can make sure that nobody else has it open. */
    SAFE(1L << 1);

    private final long bit;

    ConsoleFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
