package org.innkeeper.driver.openvz.facet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.VzErrors;

/** Statistics: one run of vzlist and one reading of each kernel table, however many containers there are. */
final class OpenvzStatisticsFacet extends ContainerFacet implements StatisticsFacet {
    private static final long OPTIONS =
            StatsGroups.GET_ALL_STATS_NOWAIT | StatsGroups.GET_ALL_STATS_BACKING | StatsGroups.ENFORCE;

    OpenvzStatisticsFacet(OpenvzContext openvz) {
        super(openvz);
    }

    @Override
    public List<DomainStats> allStats(CallContext context, List<DomainRef> domains, long groups, long flags) {
        return gate.call(context, "domain.stats", () -> {
            StatsGroups.check("domain.stats", flags, DomainFlags.LIST_ALL | OPTIONS);
            long asked = groups & ~StatsGroups.ENFORCE;
            long missing = asked & ~StatsReader.GROUPS;
            if (((flags | groups) & StatsGroups.ENFORCE) != 0 && missing != 0) {
                throw VzErrors.of(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "The statistics 0x" + Long.toHexString(missing) + " are not known of containers",
                        "Leave them out, or do not insist on them");
            }
            List<Container> chosen = chosen(context, domains, flags & DomainFlags.LIST_ALL);
            StatsReader reader = new StatsReader(host);
            return chosen.stream()
                    .map(container -> reader.sample(container, asked == 0 ? StatsReader.GROUPS : asked))
                    .toList();
        });
    }

    private List<Container> chosen(CallContext context, List<DomainRef> domains, long filter) {
        List<Container> matching = new ArrayList<>(host.all(context));
        matching.removeIf(container -> !new ContainerFilter(filter).accepts(container));
        if (domains.isEmpty()) {
            return matching;
        }
        Map<UUID, Container> byUuid = matching.stream().collect(Collectors.toMap(Container::uuid, Function.identity()));
        return domains.stream()
                .map(domain -> byUuid.get(domain.uuid()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public BlockStats blockStats(CallContext context, DomainRef domain, String disk) {
        return gate.refuse(context, VzErrors.unsupported("disks, and so no counters of them"));
    }

    @Override
    public InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device) {
        return read(context, "domain.interfaceStats", domain, container -> new StatsReader(host)
                .network(active(container), device)
                .orElseThrow(() -> VzErrors.invalidArgument("Container '" + container.name()
                        + "' has no network device '" + device
                        + "'; give its name on the host, its MAC address, or venet0")));
    }

    @Override
    public List<TypedParameter> memoryStats(CallContext context, DomainRef domain) {
        return read(
                context, "domain.memoryStats", domain, container -> new StatsReader(host).memory(active(container)));
    }

    @Override
    public BlockInfo blockInfo(CallContext context, DomainRef domain, String disk) {
        return gate.refuse(context, VzErrors.unsupported("disks, and so no sizes of them"));
    }
}
