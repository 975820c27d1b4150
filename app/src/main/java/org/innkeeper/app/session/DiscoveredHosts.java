package org.innkeeper.app.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Hosts in the local network that advertise a libvirt daemon ({@code _libvirt._tcp}). */
public interface DiscoveredHosts {
    /**
     * A host that advertises itself.
     *
     * @param name what it calls itself
     * @param address its host name, or an address where it has none
     * @param port where its daemon listens for the network; 0 where it says that it does not
     */
    record Advertised(String name, String address, int port) {
        /** The number that libvirt's "no port" (-1) becomes on its way. */
        private static final int NO_PORT = 65535;

        public Advertised {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(address, "address");
            port = port < 0 || port >= NO_PORT ? 0 : port;
        }
    }

    /**
     * Begins to look around and tells all that are known, again each time that changes, on a thread of its own. Costs
     * nothing before the first call.
     *
     * @return ends it; returns at once
     */
    Runnable watch(Consumer<List<Advertised>> listener);
}
