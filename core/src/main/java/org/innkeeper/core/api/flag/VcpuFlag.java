package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.DomainFlags;

/** Which number of vcpus is meant. */
public enum VcpuFlag implements Flag {
    /** That of the running domain. */
    LIVE(DomainFlags.AFFECT_LIVE),
    /** That of the stored definition. */
    CONFIG(DomainFlags.AFFECT_CONFIG),
    /** The most it can have. */
    MAXIMUM(DomainFlags.VCPU_MAXIMUM),
    /** As the guest counts, asked of its agent. */
    GUEST(DomainFlags.VCPU_GUEST),
    /** Make them removable. */
    HOTPLUGGABLE(DomainFlags.VCPU_HOTPLUGGABLE);

    private final long bit;

    VcpuFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
