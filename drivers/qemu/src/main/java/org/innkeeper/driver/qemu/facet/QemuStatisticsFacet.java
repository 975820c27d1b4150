package org.innkeeper.driver.qemu.facet;

import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CallGate;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.stats.DeviceStats;
import org.innkeeper.driver.qemu.stats.StatsCollector;

/** Statistics of the guests. */
final class QemuStatisticsFacet implements StatisticsFacet {
    private static final long FLAGS = DomainFlags.LIST_ALL | StatsGroups.GET_ALL_STATS_NOWAIT | StatsGroups.ENFORCE;

    private final EmbeddedHost host;
    private final CallGate gate;
    private final StatsCollector collector = new StatsCollector();

    QemuStatisticsFacet(EmbeddedHost host, CallGate gate) {
        this.host = host;
        this.gate = gate;
    }

    @Override
    public List<DomainStats> allStats(CallContext context, List<DomainRef> domains, long groups, long flags) {
        StatsGroups.check("reading statistics", flags, FLAGS);
        long wanted = groups == 0 ? StatsCollector.GROUPS : groups & StatsCollector.GROUPS;
        if ((flags & StatsGroups.ENFORCE) != 0 && (groups & ~StatsCollector.GROUPS) != 0) {
            throw new InnkeeperException(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    ErrorOrigin.QEMU,
                    "the statistics groups 0x" + Long.toHexString(groups & ~StatsCollector.GROUPS) + " are not there");
        }
        return gate.call(context, "reading statistics", () -> {
            DomainFilter filter = new DomainFilter(host, flags & DomainFlags.LIST_ALL);
            Stream<Guest> guests = domains.isEmpty()
                    ? host.guests().all().stream()
                    : domains.stream().flatMap(domain -> host.guests().byUuid(domain.uuid()).stream());
            return collector.collect(context, guests.filter(filter::accepts).toList(), wanted);
        });
    }

    @Override
    public BlockStats blockStats(CallContext context, DomainRef domain, String disk) {
        return gate.call(
                context,
                "reading statistics",
                () -> DeviceStats.block(context, host.guests().require(domain), disk));
    }

    @Override
    public InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device) {
        return gate.call(
                context,
                "reading statistics",
                () -> DeviceStats.networkInterface(host.guests().require(domain), device));
    }

    @Override
    public List<TypedParameter> memoryStats(CallContext context, DomainRef domain) {
        return gate.call(
                context,
                "reading statistics",
                () -> collector.memory(context, host.guests().require(domain)));
    }

    @Override
    public BlockInfo blockInfo(CallContext context, DomainRef domain, String disk) {
        return gate.call(
                context,
                "reading statistics",
                () -> DeviceStats.blockInfo(context, host.guests().require(domain), disk));
    }
}
