package org.innkeeper.core.model;

/** The types of a typed parameter, with the numbers of libvirt's {@code virTypedParameterType}. */
public enum ParameterType {
    INT(1),
    UINT(2),
    LLONG(3),
    ULLONG(4),
    DOUBLE(5),
    BOOLEAN(6),
    STRING(7);

    private final int number;

    ParameterType(int number) {
        this.number = number;
    }

    /** The number libvirt uses on the wire: 1 to 7. */
    public int number() {
        return number;
    }
}
