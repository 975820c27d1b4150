package org.innkeeper.core.spi;

import java.util.List;
import org.innkeeper.core.model.BlockInfo;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;

/** Statistics. Names and meanings of the values are those of libvirt's {@code virConnectGetAllDomainStats}. */
public interface StatisticsFacet extends Facet {
    /**
     * The statistics of many domains in one call. A domain that vanishes meanwhile is left out.
     *
     * @param domains whom to ask, or empty for all
     * @param groups which groups to read, {@link StatsGroups} bits; groups the driver does not have are left out, unless
     *     {@link StatsGroups#ENFORCE} is set
     * @param flags {@code LIST_} bits of {@link DomainFlags} and {@code GET_ALL_STATS_} bits of {@link StatsGroups}
     */
    List<DomainStats> allStats(CallContext context, List<DomainRef> domains, long groups, long flags);

    /**
     * {@code virDomainBlockStats}.
     *
     * @param disk the target ({@code vda}) or the source path; empty for the sum of all disks
     */
    BlockStats blockStats(CallContext context, DomainRef domain, String disk);

    /**
     * {@code virDomainInterfaceStats}.
     *
     * @param device the host side ({@code vnet0}) or the MAC address
     */
    InterfaceStats interfaceStats(CallContext context, DomainRef domain, String device);

    /**
     * {@code virDomainMemoryStats}; parameters carry the names that {@code balloon.} has in {@link #allStats}, without the
     * prefix.
     */
    List<TypedParameter> memoryStats(CallContext context, DomainRef domain);

    /** {@code virDomainGetBlockInfo}. */
    BlockInfo blockInfo(CallContext context, DomainRef domain, String disk);
}
