package org.innkeeper.core.api;

/** How a volume is overwritten, with the numbers of libvirt's {@code virStorageVolWipeAlgorithm} (the ordinal). */
public enum WipeAlgorithm {
    /** One pass of zeros. */
    ZERO,
    /** NNSA NAP 14.1-C, 4 passes. */
    NNSA,
    /** DoD 5220.22-M, 4 passes. */
    DOD,
    /** BSI, 9 passes. */
    BSI,
    /** Gutmann, 35 passes. */
    GUTMANN,
    /** Schneier, 7 passes. */
    SCHNEIER,
    /** Pfitzner, 7 passes. */
    PFITZNER7,
    /** Pfitzner, 33 passes. */
    PFITZNER33,
    /** One pass of random data. */
    RANDOM,
    /** Told to the storage as unused. */
    TRIM;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
