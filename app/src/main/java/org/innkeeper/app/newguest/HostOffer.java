package org.innkeeper.app.newguest;

import java.util.List;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.PoolSummary;

/**
 * What a host offers to a new guest.
 *
 * @param abilities what guests can be, or null where the host does not tell
 * @param maxVcpus the most vcpus of a guest, -1 where it is not known
 * @param pools where disks can be made: active pools that are directories
 */
record HostOffer(GuestAbilities abilities, int maxVcpus, List<PoolSummary> pools) {
    HostOffer {
        pools = List.copyOf(pools);
    }

    static HostOffer of(HostDetails details, List<PoolSummary> pools) {
        return new HostOffer(
                GuestAbilities.read(details.capabilities()).orElse(null),
                details.maxVcpus(),
                pools.stream()
                        .filter(pool -> pool.active() && pool.path() != null)
                        .toList());
    }
}
