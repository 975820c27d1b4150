package org.innkeeper.app.connect;

import java.util.Map;
import java.util.stream.Stream;
import org.innkeeper.app.session.DiscoveredHosts.Advertised;

/**
 * The way to a host that advertises itself. libvirtd names one port and nothing else: that of TCP where it listens for TCP,
 * else that of TLS, and none where it does not listen for the network, which leaves ssh. It does not tell its hypervisor,
 * so the choice of that is left to it.
 */
record AdvertisedWay(Advertised host) {
    /** What the host asks for. A port of the administrator's own choice is taken for that of TLS, the safe one. */
    Reach reach() {
        int port = host.port();
        if (port == 0 || port == Reach.SSH.defaultPort()) {
            return Reach.SSH;
        }
        return port == Reach.TCP.defaultPort() ? Reach.TCP : Reach.TLS;
    }

    /** @param way what the user wants; the host's port is used where it is neither the usual one nor that of another way */
    RemoteAddress over(Reach way) {
        String port = way == Reach.SSH || isUsual() ? "" : Integer.toString(host.port());
        return new RemoteAddress(
                Hypervisor.ANY, way, false, Map.of(RemoteField.HOST, host.address(), RemoteField.PORT, port));
    }

    private boolean isUsual() {
        return host.port() == 0
                || Stream.of(Reach.SSH, Reach.TLS, Reach.TCP).anyMatch(way -> way.defaultPort() == host.port());
    }
}
