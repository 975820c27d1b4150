package org.innkeeper.driver.xen.part;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.InterfaceStats;

/**
 * The counters of a running domain's devices.
 *
 * @param disks by the name in the guest, such as {@code xvda}; in the order of the devices
 * @param interfaces by the name of the host's end, such as {@code vif3.0}; as the guest counts: received is what the guest
 *     received
 */
public record DeviceCounters(Map<String, BlockStats> disks, Map<String, InterfaceStats> interfaces) {
    /** A domain without devices that are counted. */
    public static final DeviceCounters NONE = new DeviceCounters(Map.of(), Map.of());

    public DeviceCounters {
        disks = Collections.unmodifiableMap(new LinkedHashMap<>(disks));
        interfaces = Collections.unmodifiableMap(new LinkedHashMap<>(interfaces));
    }
}
