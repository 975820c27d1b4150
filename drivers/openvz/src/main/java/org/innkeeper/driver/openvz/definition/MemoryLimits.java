package org.innkeeper.driver.openvz.definition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.driver.openvz.host.ContainerConfig;

/**
 * The memory of a container. Kernels with VSwap limit its RAM, one number ({@code PHYSPAGES}) that is the greatest and the
 * current memory at once; others limit what it may allocate, with a barrier and a limit ({@code PRIVVMPAGES}), of which the
 * barrier is the current and the limit the greatest memory.
 *
 * @param vswap which of the two
 * @param maximum KiB, {@link DomainInfo#UNLIMITED} where there is none
 * @param current KiB, at most the maximum
 * @param swap what a container of VSwap may have in swap ({@code SWAPPAGES}), KiB; empty where it is not limited
 */
public record MemoryLimits(boolean vswap, long maximum, long current, OptionalLong swap) {
    private static final int KIB_PER_PAGE = Limit.PAGE >> 10;

    public static MemoryLimits of(ContainerConfig config) {
        Optional<Limit> ram = Limit.of(config, "PHYSPAGES", Limit.PAGE).filter(Limit::isLimited);
        if (ram.isPresent()) {
            long size = kib(ram.get().limit());
            OptionalLong swap = Limit.of(config, "SWAPPAGES", Limit.PAGE)
                    .filter(Limit::isLimited)
                    .map(limit -> OptionalLong.of(kib(limit.limit())))
                    .orElse(OptionalLong.empty());
            return new MemoryLimits(true, size, size, swap);
        }
        Limit allocated =
                Limit.of(config, "PRIVVMPAGES", Limit.PAGE).orElse(new Limit(Limit.UNLIMITED, Limit.UNLIMITED));
        return new MemoryLimits(
                false,
                kib(allocated.limit()),
                kib(Math.min(allocated.barrier(), allocated.limit())),
                OptionalLong.empty());
    }

    private static long kib(long pages) {
        return pages > Long.MAX_VALUE / Limit.PAGE ? DomainInfo.UNLIMITED : pages * KIB_PER_PAGE;
    }

    /** Whole pages, so that nothing gets less than it asks for. */
    public static long pages(long kib) {
        return kib / KIB_PER_PAGE + (kib % KIB_PER_PAGE == 0 ? 0 : 1);
    }

    public boolean isLimited() {
        return maximum != DomainInfo.UNLIMITED;
    }

    /** RAM and swap together, KiB; empty where swap is not limited. */
    public OptionalLong withSwap() {
        return swap.isEmpty() ? swap : OptionalLong.of(maximum + swap.getAsLong());
    }

    /** How vzctl is told the limits of memory; swap is told apart. */
    public List<String> parameters() {
        Limit limit = new Limit(vswap ? 0 : pageLimit(current), pageLimit(maximum));
        return List.of(vswap ? "--physpages" : "--privvmpages", limit.parameter());
    }

    private static long pageLimit(long kib) {
        return kib == DomainInfo.UNLIMITED ? Limit.UNLIMITED : pages(kib);
    }

    /** The same kind of limit with other sizes; a VSwap container has one size, the maximum. */
    public MemoryLimits with(long newMaximum, long newCurrent) {
        return new MemoryLimits(vswap, newMaximum, vswap ? newMaximum : Math.min(newCurrent, newMaximum), swap);
    }
}
