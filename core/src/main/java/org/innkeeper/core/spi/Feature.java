package org.innkeeper.core.spi;

import java.util.Collection;
import java.util.EnumSet;

/**
 * Something a driver can do. A feature is asked for before it is used, never tried out; the program enables its actions
 * by them.
 */
public enum Feature {
    /** Persistent definitions: define and undefine. */
    DOMAIN_DEFINE(DomainFacet.class),
    /** Starting a domain from XML without defining it. */
    DOMAIN_CREATE_TRANSIENT(DomainFacet.class),
    /** Asking the guest to shut down. */
    DOMAIN_SHUTDOWN(DomainFacet.class),
    /** Asking the guest to reboot. */
    DOMAIN_REBOOT(DomainFacet.class),
    /** Resetting without asking the guest. */
    DOMAIN_RESET(DomainFacet.class),
    /** Pausing and resuming. */
    DOMAIN_SUSPEND(DomainFacet.class),
    /** Starting with the host. */
    DOMAIN_AUTOSTART(DomainFacet.class),
    /** Giving an inactive domain another name. */
    DOMAIN_RENAME(DomainFacet.class),
    /** Changing memory of a running domain. */
    DOMAIN_SET_MEMORY(DomainFacet.class),
    /** Changing the most memory of a domain. */
    DOMAIN_SET_MAX_MEMORY(DomainFacet.class),
    /** Changing what happens on poweroff, reboot and crash of a running domain. */
    DOMAIN_LIFECYCLE_ACTIONS(DomainFacet.class),
    /** Writing the memory to a file. */
    DOMAIN_CORE_DUMP(SaveFacet.class),
    /** Saving to a file and restoring. */
    DOMAIN_SAVE(SaveFacet.class),
    /** Saving to a place the driver chooses. */
    DOMAIN_MANAGED_SAVE(SaveFacet.class),
    /** Changing the number of vcpus of a running domain. */
    DOMAIN_VCPUS_LIVE(VcpuFacet.class),
    /** Binding vcpus to host CPUs. */
    DOMAIN_VCPU_PIN(VcpuFacet.class),
    /** Adding and removing devices of a running domain. */
    DOMAIN_ATTACH(DeviceFacet.class),
    /** Changing a device in place, a medium for example. */
    DOMAIN_UPDATE_DEVICE(DeviceFacet.class),
    /** Snapshots. */
    DOMAIN_SNAPSHOT(SnapshotFacet.class),
    /** A picture of the screen. */
    DOMAIN_SCREENSHOT(ConsoleFacet.class),
    /** A stream to a text console. */
    DOMAIN_CONSOLE(ConsoleFacet.class),
    /** Sending keys. */
    DOMAIN_SEND_KEY(ConsoleFacet.class),
    /** Sending a non-maskable interrupt. */
    DOMAIN_INJECT_NMI(ConsoleFacet.class),
    /** Title, description and metadata without redefining. */
    DOMAIN_METADATA(MetadataFacet.class),
    /** Asking after and aborting jobs. */
    DOMAIN_JOBS(JobFacet.class),
    /** The addresses of a guest's interfaces. */
    DOMAIN_INTERFACE_ADDRESSES(ConsoleFacet.class),
    /** The domain capabilities document. */
    DOMAIN_CAPABILITIES(NodeFacet.class),
    /** Moving a running domain to another host. */
    MIGRATION(MigrationFacet.class),
    /** Reading and changing scheduler parameters. */
    SCHEDULER(SchedulerFacet.class),
    /** Statistics of many domains in one call. */
    STATS_BULK(StatisticsFacet.class),
    /** CPU time of domains. */
    STATS_CPU(StatisticsFacet.class),
    /** CPU time of each vcpu. */
    STATS_VCPU(StatisticsFacet.class),
    /** Memory in use by domains. */
    STATS_MEMORY(StatisticsFacet.class),
    /** Counters of disks. */
    STATS_BLOCK(StatisticsFacet.class),
    /** Counters of network interfaces. */
    STATS_INTERFACE(StatisticsFacet.class),
    /** CPU time of the host. */
    NODE_CPU_STATS(NodeFacet.class),
    /** Memory in use on the host. */
    NODE_MEMORY_STATS(NodeFacet.class),
    /** Free memory of NUMA cells. */
    NODE_FREE_CELLS(NodeFacet.class),
    /** Events; a driver without them is polled. */
    EVENTS(EventFacet.class),
    /** Virtual networks. */
    NETWORKS(NetworkFacet.class),
    /** Storage pools and volumes. */
    STORAGE(StorageFacet.class),
    /** Uploading and downloading volumes. */
    STORAGE_STREAMS(StorageFacet.class),
    /** Devices of the host. */
    NODE_DEVICES(NodeDeviceFacet.class),
    /** Secrets. */
    SECRETS(SecretFacet.class);

    private final Class<? extends Facet> facet;

    Feature(Class<? extends Facet> facet) {
        this.facet = facet;
    }

    /** The facet whose functions it is about. */
    public Class<? extends Facet> facet() {
        return facet;
    }

    /** All that these facets can bring: where a driver begins from, taking away what it lacks. */
    public static EnumSet<Feature> of(Collection<Class<? extends Facet>> facets) {
        EnumSet<Feature> features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> !facets.contains(feature.facet));
        return features;
    }
}
