package org.innkeeper.app.newguest;

import java.util.List;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.PoolSummary;

/**
 * What a host offers to a new guest.
 *
 * @param abilities what guests of each architecture can be, the host's own first; empty where the host does not tell
 * @param maxVcpus the most vcpus of a guest, -1 where it is not known
 * @param pools where disks can be made: active pools that are directories
 * @param networks the active virtual networks
 */
record HostOffer(List<GuestAbilities> abilities, int maxVcpus, List<PoolSummary> pools, List<String> networks) {
    /** Before a host has told, and where it does not. */
    static final HostOffer NOTHING = new HostOffer(List.of(), -1, List.of(), List.of());

    HostOffer {
        abilities = List.copyOf(abilities);
        pools = List.copyOf(pools);
        networks = List.copyOf(networks);
    }

    static HostOffer of(HostDetails details, List<PoolSummary> pools, List<String> networks) {
        return new HostOffer(
                GuestAbilities.read(details.capabilities()),
                details.maxVcpus(),
                pools.stream()
                        .filter(pool -> pool.active() && pool.path() != null)
                        .toList(),
                networks);
    }

    /** The kinds of guests, the usual one first. */
    List<GuestKind> kinds() {
        return abilities.stream().map(GuestAbilities::kind).distinct().toList();
    }

    /** What it offers to guests of one kind. */
    HostOffer of(GuestKind kind) {
        return new HostOffer(
                abilities.stream().filter(one -> one.kind() == kind).toList(), maxVcpus, pools, networks);
    }
}
