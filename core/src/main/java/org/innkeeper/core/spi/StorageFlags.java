package org.innkeeper.core.spi;

/** Flags of storage functions, with libvirt's bits. */
public final class StorageFlags {
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

    /** Build it first. */
    public static final long CREATE_WITH_BUILD = 1L;

    /** Even over other data. */
    public static final long CREATE_WITH_BUILD_OVERWRITE = 1L << 1;

    /** Unless there is other data. */
    public static final long CREATE_WITH_BUILD_NO_OVERWRITE = 1L << 2;

    /** Regular build. */
    public static final long BUILD_NEW = 0;

    /** Repair. */
    public static final long BUILD_REPAIR = 1L;

    /** Extend it. */
    public static final long BUILD_RESIZE = 1L << 1;

    /** Do not overwrite data. */
    public static final long BUILD_NO_OVERWRITE = 1L << 2;

    /** Overwrite data. */
    public static final long BUILD_OVERWRITE = 1L << 3;

    /** Overwrite with zeros. */
    public static final long DELETE_ZEROED = 1L;

    /** The definition of the next start. */
    public static final long XML_INACTIVE = 1L;

    /** Allocate metadata. */
    public static final long VOLUME_CREATE_PREALLOC_METADATA = 1L;

    /** Share blocks with the source. */
    public static final long VOLUME_CREATE_REFLINK = 1L << 1;

    /** Check the XML against the schema. */
    public static final long VOLUME_CREATE_VALIDATE = 1L << 2;

    /** Overwrite with zeros. */
    public static final long VOLUME_DELETE_ZEROED = 1L;

    /** Even with snapshots inside. */
    public static final long VOLUME_DELETE_WITH_SNAPSHOTS = 1L << 1;

    /** Allocate the new room. */
    public static final long VOLUME_RESIZE_ALLOCATE = 1L;

    /** The capacity is a difference. */
    public static final long VOLUME_RESIZE_DELTA = 1L << 1;

    /** Allow it to become smaller. */
    public static final long VOLUME_RESIZE_SHRINK = 1L << 2;

    private StorageFlags() {}

    /**
     * Refuses bits that are not allowed, with {@code INVALID_ARG}.
     *
     * @param what the function, for the message
     */
    public static void check(String what, long flags, long allowed) {
        FlagCheck.check(what, flags, allowed);
    }
}
