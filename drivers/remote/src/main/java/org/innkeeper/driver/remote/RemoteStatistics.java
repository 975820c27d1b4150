package org.innkeeper.driver.remote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import org.innkeeper.driver.remote.wire.PendingCall;

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

    private static final String BULK = "CONNECT_GET_ALL_DOMAIN_STATS";

    /** The bits of the flags that say which guests, as listing knows them. */
    private static final long FILTERS = 0xffff;

    /** Calls for batches that are in flight at once. */
    private static final int TOGETHER = 4;

    private final FarSide far;
    private final RemoteDomains domains;
    private final SingleStatistics singly;
    private volatile boolean noBulkCall;

    /** The most guests asked about with one call: fewer once a reply did not fit into a message. */
    private volatile int batch = Integer.MAX_VALUE;

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
        List<DomainRef> all = chosen.isEmpty() ? domains.list(context, flags & FILTERS) : chosen;
        return singly.stats(context, all, groups);
    }

    private List<DomainStats> bulk(CallContext context, List<DomainRef> chosen, long groups, long flags) {
        if (!chosen.isEmpty()) {
            return inBatches(context, chosen, groups, flags);
        }
        if (batch == Integer.MAX_VALUE) {
            try {
                return records(far.call(context, BULK, chosen, groups, flags));
            } catch (InnkeeperException e) {
                if (!isTooLong(e)) {
                    throw e;
                }
            }
        }
        List<DomainRef> all = domains.list(context, flags & FILTERS);
        if (batch == Integer.MAX_VALUE) {
            batch = Math.max(1, all.size() / 2);
        }
        return inBatches(context, all, groups, flags);
    }

    /** As many guests with each call as the host has managed so far; a few calls share one wait. */
    private List<DomainStats> inBatches(CallContext context, List<DomainRef> all, long groups, long flags) {
        List<DomainStats> stats = new ArrayList<>(all.size());
        Deque<List<DomainRef>> left = new ArrayDeque<>();
        int size = batch;
        for (int from = 0; from < all.size(); from += Math.min(size, all.size() - from)) {
            left.add(all.subList(from, from + Math.min(size, all.size() - from)));
        }
        while (!left.isEmpty()) {
            List<List<DomainRef>> sent = new ArrayList<>();
            List<PendingCall> calls = new ArrayList<>();
            while (!left.isEmpty() && calls.size() < TOGETHER) {
                sent.add(left.remove());
                calls.add(far.send(context, BULK, sent.get(sent.size() - 1), groups, flags));
            }
            for (int i = 0; i < calls.size(); i++) {
                addOrSplit(context, calls.get(i), sent.get(i), stats, left);
            }
        }
        return stats;
    }

    private void addOrSplit(
            CallContext context,
            PendingCall call,
            List<DomainRef> asked,
            List<DomainStats> stats,
            Deque<List<DomainRef>> left) {
        try {
            stats.addAll(records(call.await(context)));
        } catch (InnkeeperException e) {
            if (!isTooLong(e) || asked.size() < 2) {
                throw e;
            }
            int half = asked.size() / 2;
            // The next poll begins with what works.
            batch = Math.min(batch, half);
            left.add(asked.subList(0, half));
            left.add(asked.subList(half, asked.size()));
        }
    }

    private static List<DomainStats> records(Values reply) {
        return reply.list("retStats", DomainStats.class);
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
