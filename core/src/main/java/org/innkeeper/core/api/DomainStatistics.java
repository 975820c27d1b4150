package org.innkeeper.core.api;

import java.util.List;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StatisticsFacet;

/** Counters of one domain; {@link Connection#allStats} reads those of many at once. */
public final class DomainStatistics extends DomainPart {
    DomainStatistics(Domain domain) {
        super(domain);
    }

    /**
     * {@code virDomainBlockStats}.
     *
     * @param disk the target ({@code vda}) or the source path; empty for the sum of all disks
     */
    public BlockStats block(CallContext context, String disk) {
        return call(StatisticsFacet.class, "block")
                .needs(Feature.STATS_BLOCK)
                .notNull("disk", disk)
                .get(context, (facet, c) -> facet.blockStats(c, ref(), disk));
    }

    /**
     * {@code virDomainInterfaceStats}.
     *
     * @param device the host side ({@code vnet0}) or the MAC address
     */
    public InterfaceStats networkInterface(CallContext context, String device) {
        return call(StatisticsFacet.class, "networkInterface")
                .needs(Feature.STATS_INTERFACE)
                .notEmpty("device", device)
                .get(context, (facet, c) -> facet.interfaceStats(c, ref(), device));
    }

    /** {@code virDomainMemoryStats}, under the names that {@code balloon.} has in bulk statistics, without the prefix. */
    public List<TypedParameter> memory(CallContext context) {
        return call(StatisticsFacet.class, "memory")
                .needs(Feature.STATS_MEMORY)
                .get(context, (facet, c) -> facet.memoryStats(c, ref()));
    }

    /**
     * The sizes of a disk: {@code virDomainGetBlockInfo}.
     *
     * @param disk the target ({@code vda}) or the source path
     */
    public BlockInfo blockInfo(CallContext context, String disk) {
        return call(StatisticsFacet.class, "blockInfo")
                .notEmpty("disk", disk)
                .get(context, (facet, c) -> facet.blockInfo(c, ref(), disk));
    }
}
