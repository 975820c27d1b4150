package org.innkeeper.app.session;

import java.util.List;
import java.util.function.Consumer;

/** Hosts in the local network that advertise a libvirt daemon ({@code _libvirt._tcp}). */
public interface DiscoveredHosts {
    /**
     * A host that advertises itself.
     *
     * @param name what it calls itself
     * @param address its host name, or an address where it has none
     */
    record Advertised(String name, String address) {}

    /**
     * Begins to look around and tells all that are known, again each time that changes, on a thread of its own. Costs
     * nothing before the first call.
     *
     * @return ends it; returns at once
     */
    Runnable watch(Consumer<List<Advertised>> listener);
}
