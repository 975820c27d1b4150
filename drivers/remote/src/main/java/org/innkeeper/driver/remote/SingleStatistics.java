package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.remote.protocol.Values;

/**
 * Statistics of a daemon from before the bulk call (libvirt 1.2.8): one {@code DOMAIN_GET_INFO} for each domain, sent
 * together. It gives state, CPU time and memory.
 */
final class SingleStatistics {
    private final OneByOne guests;

    SingleStatistics(FarSide far) {
        this.guests = new OneByOne(far);
    }

    List<DomainStats> stats(CallContext context, List<DomainRef> domains, long groups) {
        List<DomainStats> stats = new ArrayList<>(domains.size());
        guests.ask(context, "DOMAIN_GET_INFO", domains, domain -> new Object[] {domain})
                .forEach((domain, info) ->
                        stats.add(new DomainStats(domain, System.nanoTime(), parameters(info, groups))));
        return stats;
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
