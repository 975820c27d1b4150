package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** Statistics over the wire: one bulk call, in batches where a reply would be too long for a message. */
final class RemoteStatistics implements StatisticsFacet {
    /** The names of {@code virDomainMemoryStatTags}, by number, as the bulk call has them. */
    private static final List<String> MEMORY_TAGS = List.of(
            "swap_in",
            "swap_out",
            "major_fault",
            "minor_fault",
            "unused",
            "available",
            "current",
            "rss",
            "usable",
            "last-update",
            "disk_caches",
            "hugetlb_pgalloc",
            "hugetlb_pgfail");

    private final FarSide far;
    private final RemoteDomains domains;
    private final SingleStatistics singly;
    private volatile boolean noBulkCall;

    RemoteStatistics(FarSide far, RemoteDomains domains) {
        this.far = far;
        this.domains = domains;
        this.singly = new SingleStatistics(far);
    }

    @Override
    public List<DomainStats> allStats(CallContext context, List<DomainRef> chosen, long groups, long flags) {
        if (!noBulkCall) {
            try {
                return bulk(context, chosen, groups, flags);
            } catch (InnkeeperException e) {
                if (!FarSide.isUnsupported(e)) {
                    throw e;
                }
                noBulkCall = true;
            }
        }
        List<DomainRef> all = chosen.isEmpty() ? domains.list(context, flags & 0xffff) : chosen;
        return singly.stats(context, all, groups);
    }

    private List<DomainStats> bulk(CallContext context, List<DomainRef> chosen, long groups, long flags) {
        try {
            return far.list(
                    DomainStats.class, "retStats", context, "CONNECT_GET_ALL_DOMAIN_STATS", chosen, groups, flags);
        } catch (InnkeeperException e) {
            List<DomainRef> all = chosen.isEmpty() && isTooLong(e) ? domains.list(context, flags & 0xffff) : chosen;
            if (!isTooLong(e) || all.size() < 2) {
                throw e;
            }
            int half = all.size() / 2;
            List<DomainStats> stats = new ArrayList<>(all.size());
            stats.addAll(bulk(context, all.subList(0, half), groups, flags));
            stats.addAll(bulk(context, all.subList(half, all.size()), groups, flags));
            return stats;
        }
    }

    /** The daemon could not put its reply into one message. */
    private static boolean isTooLong(InnkeeperException e) {
        String message = e.info().message();
        return e.code() == ErrorCode.RPC
                && (message.contains("too large") || message.contains("too big") || message.contains("encode"));
    }

    @Override
    public BlockStats blockStats(CallContext context, DomainRef domain, String disk) {
        Values stats = far.call(context, "DOMAIN_BLOCK_STATS", domain, disk);
        return new BlockStats(
                stats.number("rd_req"),
                stats.number("rd_bytes"),
                stats.number("wr_req"),
                stats.number("wr_bytes"),
                stats.number("errs"));
    }

    @Override
    public InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device) {
        Values stats = far.call(context, "DOMAIN_INTERFACE_STATS", domain, device);
        return new InterfaceStats(
                stats.number("rx_bytes"),
                stats.number("rx_packets"),
                stats.number("rx_errs"),
                stats.number("rx_drop"),
                stats.number("tx_bytes"),
                stats.number("tx_packets"),
                stats.number("tx_errs"),
                stats.number("tx_drop"));
    }

    @Override
    public List<TypedParameter> memoryStats(CallContext context, DomainRef domain) {
        List<TypedParameter> parameters = new ArrayList<>();
        for (Values stat :
                far.list(Values.class, "stats", context, "DOMAIN_MEMORY_STATS", domain, MEMORY_TAGS.size(), 0)) {
            int tag = stat.integer("tag");
            String name = tag >= 0 && tag < MEMORY_TAGS.size() ? MEMORY_TAGS.get(tag) : "tag-" + tag;
            parameters.add(TypedParameter.ofUlong(name, stat.number("val")));
        }
        return parameters;
    }

    @Override
    public BlockInfo blockInfo(CallContext context, DomainRef domain, String disk) {
        Values info = far.call(context, "DOMAIN_GET_BLOCK_INFO", domain, disk, 0);
        return new BlockInfo(info.number("capacity"), info.number("allocation"), info.number("physical"));
    }
}
