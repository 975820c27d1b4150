package org.innkeeper.core.api.flag;

/** How to move a domain to another host, with libvirt's bits. */
public enum MigrateFlag implements Flag {
    /** Let it run meanwhile. */
    LIVE(1L),
    /** The source connects to the target by itself. */
    PEER2PEER(1L << 1),
    /** Send the data through the connection of the hosts; needs peer to peer. */
    TUNNELLED(1L << 2),
    /** Define it on the target. */
    PERSIST_DEST(1L << 3),
    /** Undefine it on the source. */
    UNDEFINE_SOURCE(1L << 4),
    /** Leave it paused on the target. */
    PAUSED(1L << 5),
    /** Copy the disks whole. */
    NON_SHARED_DISK(1L << 6),
    /** Copy the top layer of the disks. */
    NON_SHARED_INC(1L << 7),
    /** Allow no change of the definition meanwhile. */
    CHANGE_PROTECTION(1L << 8),
    /** Even where disks may be damaged. */
    UNSAFE(1L << 9),
    /** Only the definition of an inactive domain. */
    OFFLINE(1L << 10),
    /** Compress what is sent. */
    COMPRESSED(1L << 11),
    /** Give up on an I/O error of the guest. */
    ABORT_ON_ERROR(1L << 12),
    /** Slow the guest down until it gets done. */
    AUTO_CONVERGE(1L << 13),
    /** Pin all memory for RDMA. */
    RDMA_PIN_ALL(1L << 14),
    /** Allow post-copy. */
    POSTCOPY(1L << 15),
    /** Encrypt what is sent. */
    TLS(1L << 16),
    /** Send over several connections. */
    PARALLEL(1L << 17),
    /** Write to both disks while they are copied. */
    NON_SHARED_SYNCHRONOUS_WRITES(1L << 18),
    /** Go on with a post-copy that broke. */
    POSTCOPY_RESUME(1L << 19),
    /** Send without copying. */
    ZEROCOPY(1L << 20);

    private final long bit;

    MigrateFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
