package org.innkeeper.app.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.innkeeper.app.session.DiscoveredHosts;

/** Listens to multicast DNS; the library behind it blocks for seconds, so each watch has a thread of its own. */
public final class MulticastHosts implements DiscoveredHosts {
    static final String TYPE = "_libvirt._tcp.local.";

    private static final System.Logger LOG = System.getLogger(MulticastHosts.class.getName());

    private final InetAddress local;

    /** Looks around in the network of this machine's first address. */
    public MulticastHosts() {
        this(null);
    }

    /** @param local the address of the network to look around in; null for the first one */
    MulticastHosts(InetAddress local) {
        this.local = local;
    }

    @Override
    public Runnable watch(Consumer<List<Advertised>> listener) {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "mdns");
            made.setDaemon(true);
            return made;
        });
        Watch watch = new Watch(thread, listener);
        thread.execute(() -> watch.open(local));
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
        private JmDNS multicast;

        Watch(ExecutorService thread, Consumer<List<Advertised>> listener) {
            this.thread = thread;
            this.listener = listener;
        }

        void open(InetAddress local) {
            try {
                multicast = local == null ? JmDNS.create() : JmDNS.create(local);
                multicast.addServiceListener(TYPE, this);
            } catch (IOException e) {
                // Looking around is a convenience: hosts can be typed in.
                LOG.log(System.Logger.Level.INFO, "no multicast DNS here: {0}", e.getMessage());
            }
        }

        void close() {
            if (multicast == null) {
                return;
            }
            try {
                multicast.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "closing multicast DNS: {0}", e.getMessage());
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
            Advertised host = new Advertised(event.getName(), address(event.getInfo()));
            later(() -> {
                if (!host.equals(known.put(host.name(), host))) {
                    tell();
                }
            });
        }

        private static String address(ServiceInfo info) {
            String server = info.getServer();
            String name = server == null ? "" : server.replaceFirst("\\.$", "");
            String[] addresses = info.getHostAddresses();
            return name.isEmpty() && addresses.length > 0 ? addresses[0] : name;
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
