package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;

/**
 * Statistics of a daemon from before the bulk call (libvirt 1.2.8): one {@code DOMAIN_GET_INFO} for each domain, sent
 * together. It gives state, CPU time and memory.
 */
final class SingleStatistics {
    private final FarSide far;

    SingleStatistics(FarSide far) {
        this.far = far;
    }

    List<DomainStats> stats(CallContext context, List<DomainRef> domains, long groups) {
        List<DomainStats> stats = new ArrayList<>(domains.size());
        // As many as the daemon takes at once; sending more would wait for a slot anyway.
        int together = 4;
        for (int from = 0; from < domains.size(); from += together) {
            List<DomainRef> some = domains.subList(from, Math.min(domains.size(), from + together));
            List<PendingCall> calls = new ArrayList<>();
            for (DomainRef domain : some) {
                calls.add(far.send(context, "DOMAIN_GET_INFO", domain));
            }
            for (int i = 0; i < calls.size(); i++) {
                addUnlessGone(stats, context, some.get(i), calls.get(i), groups);
            }
        }
        return stats;
    }

    private static void addUnlessGone(
            List<DomainStats> stats, CallContext context, DomainRef domain, PendingCall call, long groups) {
        try {
            stats.add(new DomainStats(domain, System.nanoTime(), parameters(call.await(context), groups)));
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }

    private static List<TypedParameter> parameters(Values info, long groups) {
        List<TypedParameter> parameters = new ArrayList<>();
        if ((groups & StatsGroups.STATE) != 0) {
            parameters.add(TypedParameter.ofInt("state.state", info.integer("state")));
        }
        if ((groups & StatsGroups.CPU_TOTAL) != 0) {
            parameters.add(TypedParameter.ofUlong("cpu.time", info.number("cpuTime")));
        }
        if ((groups & StatsGroups.BALLOON) != 0) {
            parameters.add(TypedParameter.ofUlong("balloon.current", info.number("memory")));
            parameters.add(TypedParameter.ofUlong("balloon.maximum", info.number("maxMem")));
        }
        if ((groups & StatsGroups.VCPU) != 0) {
            parameters.add(TypedParameter.ofUint("vcpu.current", info.integer("nrVirtCpu")));
        }
        return parameters;
    }
}
