package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.StorageFlags;

/** Which storage pools to list. */
public enum PoolFilter implements Flag {
    /** Inactive ones. */
    INACTIVE(StorageFlags.LIST_INACTIVE),
    /** Active ones. */
    ACTIVE(StorageFlags.LIST_ACTIVE),
    /** Persistent ones. */
    PERSISTENT(StorageFlags.LIST_PERSISTENT),
    /** Transient ones. */
    TRANSIENT(StorageFlags.LIST_TRANSIENT),
    /** That start with the host. */
    AUTOSTART(StorageFlags.LIST_AUTOSTART),
    /** That do not start with the host. */
    NO_AUTOSTART(StorageFlags.LIST_NO_AUTOSTART),
    /** Directories. */
    DIR(StorageFlags.LIST_DIR),
    /** File systems that are mounted. */
    FS(StorageFlags.LIST_FS),
    /** File systems of the network. */
    NETFS(StorageFlags.LIST_NETFS),
    /** Volume groups of LVM. */
    LOGICAL(StorageFlags.LIST_LOGICAL),
    /** Whole disks. */
    DISK(StorageFlags.LIST_DISK),
    /** iSCSI targets of the kernel. */
    ISCSI(StorageFlags.LIST_ISCSI),
    /** SCSI host adapters. */
    SCSI(StorageFlags.LIST_SCSI),
    /** Multipath devices. */
    MPATH(StorageFlags.LIST_MPATH),
    /** Ceph block devices. */
    RBD(StorageFlags.LIST_RBD),
    /** Sheepdog. */
    SHEEPDOG(StorageFlags.LIST_SHEEPDOG),
    /** GlusterFS. */
    GLUSTER(StorageFlags.LIST_GLUSTER),
    /** ZFS. */
    ZFS(StorageFlags.LIST_ZFS),
    /** Virtuozzo storage. */
    VSTORAGE(StorageFlags.LIST_VSTORAGE),
    /** iSCSI targets without the kernel. */
    ISCSI_DIRECT(StorageFlags.LIST_ISCSI_DIRECT);

    private final long bit;

    PoolFilter(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
