package org.innkeeper.driver.xen.facet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.driver.xen.part.XenFunction;

/** What a connection can do, by what its parts can do. */
final class FunctionFeatures {
    /** Features with all the functions that each needs. */
    private static final Map<Feature, List<XenFunction>> NEEDS = Map.ofEntries(
            Map.entry(Feature.DOMAIN_DEFINE, List.of(XenFunction.DEFINE, XenFunction.UNDEFINE)),
            Map.entry(Feature.DOMAIN_CREATE_TRANSIENT, List.of(XenFunction.CREATE)),
            Map.entry(Feature.DOMAIN_SHUTDOWN, List.of(XenFunction.SHUTDOWN)),
            Map.entry(Feature.DOMAIN_REBOOT, List.of(XenFunction.REBOOT)),
            Map.entry(Feature.DOMAIN_RESET, List.of(XenFunction.RESET)),
            Map.entry(Feature.DOMAIN_SUSPEND, List.of(XenFunction.PAUSE, XenFunction.UNPAUSE)),
            Map.entry(Feature.DOMAIN_AUTOSTART, List.of(XenFunction.AUTOSTART, XenFunction.DEFINE)),
            Map.entry(Feature.DOMAIN_RENAME, List.of(XenFunction.RENAME)),
            Map.entry(Feature.DOMAIN_SET_MEMORY, List.of(XenFunction.SET_MEMORY)),
            Map.entry(Feature.DOMAIN_SET_MAX_MEMORY, List.of(XenFunction.SET_MAX_MEMORY)),
            Map.entry(Feature.DOMAIN_CORE_DUMP, List.of(XenFunction.CORE_DUMP)),
            Map.entry(Feature.DOMAIN_SAVE, List.of(XenFunction.SAVE, XenFunction.RESTORE)),
            Map.entry(
                    Feature.DOMAIN_MANAGED_SAVE,
                    List.of(XenFunction.SAVE, XenFunction.RESTORE, XenFunction.LIST_STORED)),
            Map.entry(Feature.DOMAIN_VCPUS_LIVE, List.of(XenFunction.SET_VCPUS)),
            Map.entry(Feature.DOMAIN_VCPU_PIN, List.of(XenFunction.PIN_VCPU, XenFunction.VCPUS)),
            Map.entry(Feature.DOMAIN_ATTACH, List.of(XenFunction.ATTACH, XenFunction.DETACH)),
            Map.entry(Feature.DOMAIN_UPDATE_DEVICE, List.of(XenFunction.UPDATE_DEVICE)),
            Map.entry(
                    Feature.SCHEDULER,
                    List.of(
                            XenFunction.SCHEDULER_TYPE,
                            XenFunction.SCHEDULER_PARAMETERS,
                            XenFunction.SET_SCHEDULER_PARAMETERS)),
            Map.entry(Feature.MIGRATION, List.of(XenFunction.MIGRATE)),
            Map.entry(Feature.STATS_BULK, List.of(XenFunction.LIST_ACTIVE)),
            // The xenstore lists domains too, but knows no times; who knows the host knows them.
            Map.entry(Feature.STATS_CPU, List.of(XenFunction.LIST_ACTIVE, XenFunction.NODE_INFO)),
            Map.entry(Feature.STATS_MEMORY, List.of(XenFunction.LIST_ACTIVE)),
            Map.entry(Feature.STATS_BLOCK, List.of(XenFunction.COUNTERS)),
            Map.entry(Feature.STATS_INTERFACE, List.of(XenFunction.COUNTERS)),
            Map.entry(Feature.STATS_VCPU, List.of(XenFunction.VCPUS)),
            Map.entry(Feature.DOMAIN_CAPABILITIES, List.of(XenFunction.GUEST_KINDS, XenFunction.VERSION)),
            Map.entry(Feature.NODE_CPU_STATS, List.of(XenFunction.CPU_TIME)),
            Map.entry(Feature.NODE_MEMORY_STATS, List.of(XenFunction.NODE_INFO, XenFunction.FREE_MEMORY)),
            Map.entry(Feature.NODE_FREE_CELLS, List.of(XenFunction.CELLS_FREE_MEMORY)),
            Map.entry(Feature.DOMAIN_METADATA, List.of(XenFunction.DEFINE, XenFunction.STORED_DEFINITION)),
            Map.entry(Feature.DOMAIN_CONSOLE, List.of(XenFunction.CONSOLES)),
            Map.entry(Feature.EVENTS, List.of(XenFunction.LIST_ACTIVE)));

    /** Those for which files of the driver's own are needed on the host. */
    private static final Set<Feature> NEED_PLACE = EnumSet.of(Feature.DOMAIN_METADATA, Feature.DOMAIN_MANAGED_SAVE);

    private FunctionFeatures() {}

    /** @param hasPlace whether the driver may keep files of its own on the host */
    static Set<Feature> of(Set<XenFunction> functions, boolean hasPlace) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        NEEDS.forEach((feature, needed) -> {
            if (functions.containsAll(needed) && (hasPlace || !NEED_PLACE.contains(feature))) {
                features.add(feature);
            }
        });
        return features;
    }
}
