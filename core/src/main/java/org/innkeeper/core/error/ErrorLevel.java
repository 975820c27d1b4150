package org.innkeeper.core.error;

/** How serious an error is, with the numbers of libvirt's {@code virErrorLevel} (the ordinal). */
public enum ErrorLevel {
    NONE,
    WARNING,
    ERROR;

    /** The number libvirt uses on the wire: 0 to 2. */
    public int number() {
        return ordinal();
    }

    /** The constant of a number from the wire; anything unknown is an {@link #ERROR}. */
    public static ErrorLevel ofNumber(int number) {
        return number >= 0 && number <= 2 ? values()[number] : ERROR;
    }
}
