package org.innkeeper.core.spi;

/**
 * Something a driver can do. A feature is asked for before it is used, never tried out; the program enables its actions
 * by them.
 */
public enum Feature {
    /** Persistent definitions: define and undefine. */
    DOMAIN_DEFINE,
    /** Starting a domain from XML without defining it. */
    DOMAIN_CREATE_TRANSIENT,
    /** Asking the guest to shut down. */
    DOMAIN_SHUTDOWN,
    /** Asking the guest to reboot. */
    DOMAIN_REBOOT,
    /** Resetting without asking the guest. */
    DOMAIN_RESET,
    /** Pausing and resuming. */
    DOMAIN_SUSPEND,
    /** Starting with the host. */
    DOMAIN_AUTOSTART,
    /** Giving an inactive domain another name. */
    DOMAIN_RENAME,
    /** Changing memory of a running domain. */
    DOMAIN_SET_MEMORY,
    /** Changing the most memory of a domain. */
    DOMAIN_SET_MAX_MEMORY,
    /** Changing what happens on poweroff, reboot and crash of a running domain. */
    DOMAIN_LIFECYCLE_ACTIONS,
    /** Writing the memory to a file. */
    DOMAIN_CORE_DUMP,
    /** Saving to a file and restoring. */
    DOMAIN_SAVE,
    /** Saving to a place the driver chooses. */
    DOMAIN_MANAGED_SAVE,
    /** Changing the number of vcpus of a running domain. */
    DOMAIN_VCPUS_LIVE,
    /** Binding vcpus to host CPUs. */
    DOMAIN_VCPU_PIN,
    /** Adding and removing devices of a running domain. */
    DOMAIN_ATTACH,
    /** Changing a device in place, a medium for example. */
    DOMAIN_UPDATE_DEVICE,
    /** Snapshots. */
    DOMAIN_SNAPSHOT,
    /** A picture of the screen. */
    DOMAIN_SCREENSHOT,
    /** A stream to a text console. */
    DOMAIN_CONSOLE,
    /** Sending keys. */
    DOMAIN_SEND_KEY,
    /** Sending a non-maskable interrupt. */
    DOMAIN_INJECT_NMI,
    /** Title, description and metadata without redefining. */
    DOMAIN_METADATA,
    /** Asking after and aborting jobs. */
    DOMAIN_JOBS,
    /** The addresses of a guest's interfaces. */
    DOMAIN_INTERFACE_ADDRESSES,
    /** The domain capabilities document. */
    DOMAIN_CAPABILITIES,
    /** Turning XML into the hypervisor's own configuration. */
    DOMAIN_NATIVE_CONVERSION,
    /** Moving a running domain to another host. */
    MIGRATION,
    /** Reading and changing scheduler parameters. */
    SCHEDULER,
    /** Statistics of many domains in one call. */
    STATS_BULK,
    /** CPU time of domains. */
    STATS_CPU,
    /** CPU time of each vcpu. */
    STATS_VCPU,
    /** Memory in use by domains. */
    STATS_MEMORY,
    /** Counters of disks. */
    STATS_BLOCK,
    /** Counters of network interfaces. */
    STATS_INTERFACE,
    /** CPU time of the host. */
    NODE_CPU_STATS,
    /** Memory in use on the host. */
    NODE_MEMORY_STATS,
    /** Free memory of NUMA cells. */
    NODE_FREE_CELLS,
    /** Events; a driver without them is polled. */
    EVENTS,
    /** Virtual networks. */
    NETWORKS,
    /** Storage pools and volumes. */
    STORAGE,
    /** Uploading and downloading volumes. */
    STORAGE_STREAMS,
    /** Devices of the host. */
    NODE_DEVICES,
    /** Secrets. */
    SECRETS
}
