package org.innkeeper.driver.qemu.facet;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;

/** Which features each facet brings. */
final class FacetFeatures {
    private static final Map<Class<? extends Facet>, Set<Feature>> FEATURES = Map.of(
            DomainFacet.class,
            EnumSet.of(
                    Feature.DOMAIN_DEFINE,
                    Feature.DOMAIN_CREATE_TRANSIENT,
                    Feature.DOMAIN_SHUTDOWN,
                    Feature.DOMAIN_REBOOT,
                    Feature.DOMAIN_RESET,
                    Feature.DOMAIN_SUSPEND,
                    Feature.DOMAIN_AUTOSTART,
                    Feature.DOMAIN_RENAME,
                    Feature.DOMAIN_SET_MEMORY,
                    Feature.DOMAIN_SET_MAX_MEMORY,
                    Feature.DOMAIN_LIFECYCLE_ACTIONS),
            NodeFacet.class,
            EnumSet.of(
                    Feature.DOMAIN_CAPABILITIES,
                    Feature.NODE_CPU_STATS,
                    Feature.NODE_MEMORY_STATS,
                    Feature.NODE_FREE_CELLS),
            StatisticsFacet.class,
            EnumSet.of(
                    Feature.STATS_BULK,
                    Feature.STATS_CPU,
                    Feature.STATS_VCPU,
                    Feature.STATS_MEMORY,
                    Feature.STATS_BLOCK,
                    Feature.STATS_INTERFACE),
            EventFacet.class,
            EnumSet.of(Feature.EVENTS),
            MetadataFacet.class,
            EnumSet.of(Feature.DOMAIN_METADATA),
            SaveFacet.class,
            EnumSet.of(Feature.DOMAIN_SAVE, Feature.DOMAIN_MANAGED_SAVE, Feature.DOMAIN_CORE_DUMP),
            ConsoleFacet.class,
            EnumSet.of(
                    Feature.DOMAIN_CONSOLE,
                    Feature.DOMAIN_SCREENSHOT,
                    Feature.DOMAIN_SEND_KEY,
                    Feature.DOMAIN_INJECT_NMI),
            VcpuFacet.class,
            EnumSet.of(Feature.DOMAIN_VCPU_PIN));

    private FacetFeatures() {}

    static Set<Feature> of(Collection<Class<? extends Facet>> facets) {
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        facets.forEach(facet -> features.addAll(FEATURES.getOrDefault(facet, Set.of())));
        return features;
    }
}
