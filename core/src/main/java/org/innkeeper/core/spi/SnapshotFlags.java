package org.innkeeper.core.spi;

/** Flags of snapshot functions, with libvirt's bits. */
public final class SnapshotFlags {
    /** Only tell the driver about one that exists. */
    public static final long CREATE_REDEFINE = 1L;

    /** And make it the current one. */
    public static final long CREATE_CURRENT = 1L << 1;

    /** And forget it at once. */
    public static final long CREATE_NO_METADATA = 1L << 2;

    /** Stop the domain afterwards. */
    public static final long CREATE_HALT = 1L << 3;

    /** Disks only. */
    public static final long CREATE_DISK_ONLY = 1L << 4;

    /** Use files that exist. */
    public static final long CREATE_REUSE_EXT = 1L << 5;

    /** Ask the guest agent to write everything first. */
    public static final long CREATE_QUIESCE = 1L << 6;

    /** All disks or none. */
    public static final long CREATE_ATOMIC = 1L << 7;

    /** Let it run meanwhile. */
    public static final long CREATE_LIVE = 1L << 8;

    /** Check the XML against the schema. */
    public static final long CREATE_VALIDATE = 1L << 9;

    /** All below, not only the children. For a domain the same bit means {@link #LIST_ROOTS}. */
    public static final long LIST_DESCENDANTS = 1L;

    /** Those without a parent. */
    public static final long LIST_ROOTS = 1L;

    /** With metadata. */
    public static final long LIST_METADATA = 1L << 1;

    /** Without children. */
    public static final long LIST_LEAVES = 1L << 2;

    /** With children. */
    public static final long LIST_NO_LEAVES = 1L << 3;

    /** Without metadata. */
    public static final long LIST_NO_METADATA = 1L << 4;

    /** Taken while it was off. */
    public static final long LIST_INACTIVE = 1L << 5;

    /** Taken while it ran, with memory. */
    public static final long LIST_ACTIVE = 1L << 6;

    /** Taken while it ran, without memory. */
    public static final long LIST_DISK_ONLY = 1L << 7;

    /** In the image. */
    public static final long LIST_INTERNAL = 1L << 8;

    /** In files of their own. */
    public static final long LIST_EXTERNAL = 1L << 9;

    /** Parents first. */
    public static final long LIST_TOPOLOGICAL = 1L << 10;

    /** With secrets; refused on a read-only connection. */
    public static final long XML_SECURE = 1L;

    /** Let it run afterwards. */
    public static final long REVERT_RUNNING = 1L;

    /** Leave it paused afterwards. */
    public static final long REVERT_PAUSED = 1L << 1;

    /** Even if something is lost. */
    public static final long REVERT_FORCE = 1L << 2;

    /** With a fresh NVRAM file. */
    public static final long REVERT_RESET_NVRAM = 1L << 3;

    /** All below too. */
    public static final long DELETE_CHILDREN = 1L;

    /** Only forget it. */
    public static final long DELETE_METADATA_ONLY = 1L << 1;

    /** Only all below. */
    public static final long DELETE_CHILDREN_ONLY = 1L << 2;

    private SnapshotFlags() {}

    /**
     * Refuses bits that are not allowed, with {@code INVALID_ARG}.
     *
     * @param what the function, for the message
     */
    public static void check(String what, long flags, long allowed) {
        FlagCheck.check(what, flags, allowed);
    }
}
