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

    /** Directories. */
    public static final long LIST_DIR = 1L << 6;

    /** File systems that are mounted. */
    public static final long LIST_FS = 1L << 7;

    /** File systems of the network. */
    public static final long LIST_NETFS = 1L << 8;

    /** Volume groups of LVM. */
    public static final long LIST_LOGICAL = 1L << 9;

    /** Whole disks. */
    public static final long LIST_DISK = 1L << 10;

    /** iSCSI targets of the kernel. */
    public static final long LIST_ISCSI = 1L << 11;

    /** SCSI host adapters. */
    public static final long LIST_SCSI = 1L << 12;

    /** Multipath devices. */
    public static final long LIST_MPATH = 1L << 13;

    /** Ceph block devices. */
    public static final long LIST_RBD = 1L << 14;

    /** Sheepdog. */
    public static final long LIST_SHEEPDOG = 1L << 15;

    /** GlusterFS. */
    public static final long LIST_GLUSTER = 1L << 16;

    /** ZFS. */
    public static final long LIST_ZFS = 1L << 17;

    /** Virtuozzo storage. */
    public static final long LIST_VSTORAGE = 1L << 18;

    /** iSCSI targets without the kernel. */
    public static final long LIST_ISCSI_DIRECT = 1L << 19;

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
