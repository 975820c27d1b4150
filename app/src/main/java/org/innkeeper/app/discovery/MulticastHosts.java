package org.innkeeper.app.discovery;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.innkeeper.app.session.DiscoveredHosts;

/** Listens to multicast DNS; the library behind it blocks for seconds, so each watch has a thread of its own. */
public final class MulticastHosts implements DiscoveredHosts {
    static final String TYPE = "_libvirt._tcp.local.";

    /** More than that are virtual ones. */
    private static final int MOST_NETWORKS = 8;

    private static final System.Logger LOG = System.getLogger(MulticastHosts.class.getName());

    private final Supplier<List<InetAddress>> locals;

    /** Looks around in all networks of this machine. */
    public MulticastHosts() {
        this(MulticastHosts::networks);
    }

    /** Looks around in the network of that address of this machine alone. */
    public static MulticastHosts at(InetAddress local) {
        return new MulticastHosts(() -> List.of(local));
    }

    /** @param locals an address of this machine in each network to look around in */
    MulticastHosts(Supplier<List<InetAddress>> locals) {
        this.locals = locals;
    }

    /** One address of each interface that takes part; that of the name of this machine may be one of loopback alone. */
    private static List<InetAddress> networks() {
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && network.supportsMulticast() && !network.isLoopback()) {
                    network.inetAddresses()
                            .min(Comparator.comparing(address -> address instanceof Inet4Address ? 0 : 1))
                            .ifPresent(addresses::add);
                }
            }
            return addresses.stream().limit(MOST_NETWORKS).toList();
        } catch (SocketException e) {
            LOG.log(System.Logger.Level.INFO, "the networks of this machine cannot be listed: {0}", e.getMessage());
            return List.of();
        }
    }

    @Override
    public Runnable watch(Consumer<List<Advertised>> listener) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "mdns");
            made.setDaemon(true);
            return made;
        });
        Watch watch = new Watch(thread, listener);
        thread.execute(() -> locals.get().forEach(watch::open));
        return () -> {
            thread.execute(watch::close);
            thread.shutdown();
        };
    }

    /** One look around. Everything happens on its thread. */
    private static final class Watch implements ServiceListener {
        private final ExecutorService thread;
        private final Consumer<List<Advertised>> listener;
        private final Map<String, Advertised> known = new TreeMap<>();
        private final List<JmDNS> networks = new ArrayList<>();

        Watch(ExecutorService thread, Consumer<List<Advertised>> listener) {
            this.thread = thread;
            this.listener = listener;
        }

        void open(InetAddress local) {
            try {
                JmDNS multicast = JmDNS.create(local);
                networks.add(multicast);
                multicast.addServiceListener(TYPE, this);
            } catch (IOException e) {
                // Looking around is a convenience: hosts can be typed in.
                LOG.log(
                        System.Logger.Level.INFO,
                        "no multicast DNS at {0}: {1}",
                        local.getHostAddress(),
                        e.getMessage());
            }
        }

        void close() {
            for (JmDNS multicast : networks) {
                try {
                    multicast.close();
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.DEBUG, "closing multicast DNS: {0}", e.getMessage());
                }
            }
        }

        @Override
        public void serviceAdded(ServiceEvent event) {
            event.getDNS().requestServiceInfo(event.getType(), event.getName());
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            String name = event.getName();
            later(() -> {
                if (known.remove(name) != null) {
                    tell();
                }
            });
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            String name = event.getName();
            later(() -> {
                Advertised host = new Advertised(name, address(info), info.getPort());
                if (!host.equals(known.put(name, host))) {
                    tell();
                }
            });
        }

        /** The name is better, since certificates are for names; but not every system can resolve those of multicast DNS. */
        private static String address(ServiceInfo info) {
            String server = info.getServer();
            String name = server == null ? "" : server.replaceFirst("\\.$", "");
            String[] addresses = info.getHostAddresses();
            return addresses.length > 0 && !isResolved(name) ? addresses[0] : name;
        }

        private static boolean isResolved(String name) {
            try {
                return !name.isEmpty() && InetAddress.getByName(name) != null;
            } catch (UnknownHostException e) {
                return false;
            }
        }

        private void later(Runnable change) {
            if (!thread.isShutdown()) {
                thread.execute(change);
            }
        }

        private void tell() {
            listener.accept(List.copyOf(known.values()));
        }
    }
}
