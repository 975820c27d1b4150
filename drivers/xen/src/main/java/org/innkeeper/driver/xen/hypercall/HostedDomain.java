package org.innkeeper.driver.xen.hypercall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.xen.hypercall.InterfaceTable.DomainLayout;

/**
 * What the hypervisor knows of a domain.
 *
 * @param id its number
 * @param flags bits of its state, the reason of a shutdown from bit 16 on
 * @param memory KiB
 * @param maxMemory KiB, {@link DomainInfo#UNLIMITED} for no limit
 * @param cpuTime of all its virtual CPUs, nanoseconds
 * @param vcpus how many are online
 * @param maxVcpus how many it has
 * @param handle the UUID its builder gave it
 */
public record HostedDomain(
        int id, int flags, long memory, long maxMemory, long cpuTime, int vcpus, int maxVcpus, UUID handle) {
    private static final int DYING = 1;
    private static final int HVM = 1 << 1;
    private static final int SHUT_DOWN = 1 << 2;
    private static final int PAUSED = 1 << 3;
    private static final int BLOCKED = 1 << 4;
    private static final int RUNNING = 1 << 5;
    private static final int REASON_SHIFT = 16;
    private static final int REASON_CRASH = 3;

    private static final int KIB_PER_PAGE = 4;
    /** As many pages as 32 bits can say are no limit; later releases say it with 64. */
    private static final long NO_LIMIT = 0xffff_ffffL;

    static HostedDomain read(DomainLayout layout, ByteBuffer at) {
        long maxPages = at.getLong(16);
        boolean unlimited = maxPages < 0 || maxPages >= NO_LIMIT;
        ByteBuffer handle = at.slice(layout.handle(), 16).order(ByteOrder.BIG_ENDIAN);
        return new HostedDomain(
                Short.toUnsignedInt(at.getShort(0)),
                at.getInt(4),
                at.getLong(8) * KIB_PER_PAGE,
                unlimited ? DomainInfo.UNLIMITED : maxPages * KIB_PER_PAGE,
                at.getLong(layout.cpuTime()),
                at.getInt(layout.onlineVcpus()),
                // A domain without virtual CPUs has the id -1.
                at.getInt(layout.maxVcpuId()) + 1,
                new UUID(handle.getLong(0), handle.getLong(8)));
    }

    /** Whether it is being taken down and only its memory is left. */
    public boolean isDying() {
        return (flags & DYING) != 0;
    }

    public boolean isHvm() {
        return (flags & HVM) != 0;
    }

    /** One that is ready and waits for a CPU is running. */
    public DomainState state() {
        if (isDying()) {
            return DomainState.SHUT_OFF;
        }
        if ((flags & SHUT_DOWN) != 0) {
            return (flags >> REASON_SHIFT & 0xff) == REASON_CRASH ? DomainState.CRASHED : DomainState.SHUTTING_DOWN;
        }
        if ((flags & PAUSED) != 0) {
            return DomainState.PAUSED;
        }
        return (flags & (BLOCKED | RUNNING)) == BLOCKED ? DomainState.BLOCKED : DomainState.RUNNING;
    }
}
