package org.innkeeper.driver.test.facet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.driver.test.host.TestHost;

/** Delivers the events of a host to the listeners of one connection, on one thread, from a bounded queue. */
final class TestEventFacet extends HostFacet implements EventFacet {
    private static final Logger LOG = System.getLogger(TestEventFacet.class.getName());
    private static final int CAPACITY = 4_096;

    private final List<Consumer<ConnectionEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Deque<ConnectionEvent> queue = new ArrayDeque<>();
    private final Consumer<ConnectionEvent> source = this::offer;
    private Thread thread;
    private boolean ended;

    TestEventFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public AutoCloseable subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        gate.enter(context, "events.subscribe");
        Subscription subscription = new Subscription(listener);
        synchronized (queue) {
            if (thread == null && !ended) {
                thread = new Thread(this::deliver, "test-host-events");
                thread.setDaemon(true);
                thread.start();
                host.events().add(source);
            }
            listeners.add(subscription);
        }
        return subscription;
    }

    /** Never blocks: what does not fit becomes one Resync. */
    private void offer(ConnectionEvent event) {
        synchronized (queue) {
            if (ended) {
                return;
            }
            if (queue.size() >= CAPACITY) {
                queue.clear();
                queue.add(new ConnectionEvent.Resync());
            } else {
                queue.add(event);
            }
            queue.notifyAll();
        }
    }

    /** Delivers what is queued and a last event, and ends the thread. */
    void end(ConnectionEvent last) {
        host.events().remove(source);
        synchronized (queue) {
            if (!ended) {
                ended = true;
                queue.add(last);
                queue.notifyAll();
            }
        }
    }

    private void deliver() {
        for (ConnectionEvent event = take(); event != null; event = take()) {
            for (Consumer<ConnectionEvent> listener : listeners) {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "A listener failed on " + event, e);
                }
            }
        }
    }

    /** The next event; null when there will be none. */
    private ConnectionEvent take() {
        synchronized (queue) {
            while (queue.isEmpty() && !ended) {
                try {
                    queue.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            return queue.poll();
        }
    }

    /** One listener; the same one may be added twice. */
    private final class Subscription implements AutoCloseable, Consumer<ConnectionEvent> {
        private final Consumer<ConnectionEvent> listener;

        Subscription(Consumer<ConnectionEvent> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(ConnectionEvent event) {
            listener.accept(event);
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
