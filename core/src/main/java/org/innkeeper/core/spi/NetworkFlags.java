package org.innkeeper.core.spi;

/** Flags of network functions, with libvirt's bits. */
public final class NetworkFlags {
    /** Inactive ones. */
    public static final long LIST_INACTIVE = 1L;

    /** Active ones. */
    public static final long LIST_ACTIVE = 1L << 1;

    /** Persistent ones. */
    public static final long LIST_PERSISTENT = 1L << 2;

    /** Transient ones. */
    public static final long LIST_TRANSIENT = 1L << 3;

    /** That start with the host. */
    public static final long LIST_AUTOSTART = 1L << 4;

    /** That do not. */
    public static final long LIST_NO_AUTOSTART = 1L << 5;

    /** The definition of the next start. */
    public static final long XML_INACTIVE = 1L;

    /** The live one. */
    public static final long AFFECT_LIVE = 1L;

    /** The stored one. */
    public static final long AFFECT_CONFIG = 1L << 1;

    private NetworkFlags() {}

    /**
     * Refuses bits that are not allowed, with {@code INVALID_ARG}.
     *
     * @param what the function, for the message
     */
    public static void check(String what, long flags, long allowed) {
        FlagCheck.check(what, flags, allowed);
    }
}
