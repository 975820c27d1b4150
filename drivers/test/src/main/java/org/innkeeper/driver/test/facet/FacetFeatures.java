package org.innkeeper.driver.test.facet;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.JobFacet;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.VcpuFacet;

/** Which features the facets of this driver bring. */
final class FacetFeatures {
    private static final Map<Class<? extends Facet>, Set<Feature>> FEATURES = Map.ofEntries(
            Map.entry(
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
                            Feature.DOMAIN_LIFECYCLE_ACTIONS)),
            Map.entry(
                    NodeFacet.class,
                    EnumSet.of(
                            Feature.DOMAIN_CAPABILITIES,
                            Feature.NODE_CPU_STATS,
                            Feature.NODE_MEMORY_STATS,
                            Feature.NODE_FREE_CELLS)),
            Map.entry(DeviceFacet.class, EnumSet.of(Feature.DOMAIN_ATTACH, Feature.DOMAIN_UPDATE_DEVICE)),
            Map.entry(
                    SaveFacet.class,
                    EnumSet.of(Feature.DOMAIN_SAVE, Feature.DOMAIN_MANAGED_SAVE, Feature.DOMAIN_CORE_DUMP)),
            Map.entry(SnapshotFacet.class, EnumSet.of(Feature.DOMAIN_SNAPSHOT)),
            Map.entry(VcpuFacet.class, EnumSet.of(Feature.DOMAIN_VCPUS_LIVE, Feature.DOMAIN_VCPU_PIN)),
            Map.entry(SchedulerFacet.class, EnumSet.of(Feature.SCHEDULER)),
            Map.entry(
                    StatisticsFacet.class,
                    EnumSet.of(
                            Feature.STATS_BULK,
                            Feature.STATS_CPU,
                            Feature.STATS_VCPU,
                            Feature.STATS_MEMORY,
                            Feature.STATS_BLOCK,
                            Feature.STATS_INTERFACE)),
            Map.entry(JobFacet.class, EnumSet.of(Feature.DOMAIN_JOBS)),
            Map.entry(
                    ConsoleFacet.class,
                    EnumSet.of(
                            Feature.DOMAIN_CONSOLE,
                            Feature.DOMAIN_SCREENSHOT,
                            Feature.DOMAIN_SEND_KEY,
                            Feature.DOMAIN_INJECT_NMI,
                            Feature.DOMAIN_INTERFACE_ADDRESSES)),
            Map.entry(MetadataFacet.class, EnumSet.of(Feature.DOMAIN_METADATA)),
            Map.entry(MigrationFacet.class, EnumSet.of(Feature.MIGRATION)),
            Map.entry(EventFacet.class, EnumSet.of(Feature.EVENTS)),
            Map.entry(NetworkFacet.class, EnumSet.of(Feature.NETWORKS)),
            Map.entry(StorageFacet.class, EnumSet.of(Feature.STORAGE, Feature.STORAGE_STREAMS)),
            Map.entry(NodeDeviceFacet.class, EnumSet.of(Feature.NODE_DEVICES)),
            Map.entry(SecretFacet.class, EnumSet.of(Feature.SECRETS)));

    private FacetFeatures() {}

    static EnumSet<Feature> of(Set<Class<? extends Facet>> facets) {
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        facets.forEach(facet -> features.addAll(FEATURES.getOrDefault(facet, Set.of())));
        return features;
    }
}
