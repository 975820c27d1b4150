package org.innkeeper.core.api;

/** How the memory of a domain is written, with the numbers of libvirt's {@code virDomainCoreDumpFormat} (the ordinal). */
public enum CoreDumpFormat {
    /** As it is. */
    RAW,
    /** kdump, compressed with zlib. */
    KDUMP_ZLIB,
    /** kdump, compressed with LZO. */
    KDUMP_LZO,
    /** kdump, compressed with Snappy. */
    KDUMP_SNAPPY,
    /** For the debuggers of Windows. */
    WIN_DMP;

    /** The number libvirt uses on the wire. */
    public int number() {
        return ordinal();
    }
}
