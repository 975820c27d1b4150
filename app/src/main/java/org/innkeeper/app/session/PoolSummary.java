package org.innkeeper.app.session;

import java.util.List;
import java.util.UUID;

/**
 * A storage pool with its volumes.
 *
 * @param path the directory on the host, or null where the pool has none
 * @param available room left, bytes; -1 where it is not known
 * @param volumes by name; empty where the pool is not active
 */
public record PoolSummary(
        String name, UUID uuid, boolean active, String path, long available, List<VolumeSummary> volumes) {
    public PoolSummary {
        volumes = List.copyOf(volumes);
    }
}
