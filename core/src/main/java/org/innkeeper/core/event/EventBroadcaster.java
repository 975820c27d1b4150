package org.innkeeper.core.event;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands the events of one connection to its listeners, as {@link org.innkeeper.core.spi.EventFacet} promises: on one
 * daemon thread, in order, through a bounded queue. When the queue is full its contents are replaced by one
 * {@link ConnectionEvent.Resync}. The thread lives while there are listeners. For any thread.
 */
public final class EventBroadcaster implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EventBroadcaster.class.getName());

    private final String threadName;
    private final int bound;
    private final ArrayDeque<ConnectionEvent> queue = new ArrayDeque<>();
    private final List<Consumer<ConnectionEvent>> listeners = new CopyOnWriteArrayList<>();
    private Thread thread;
    private boolean closed;

    /**
     * @param threadName names the thread
     * @param bound the most events that wait, at least 1
     */
    public EventBroadcaster(String threadName, int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound of " + bound);
        }
        this.threadName = threadName;
        this.bound = bound;
    }

    /** Adds a listener until the returned handle is closed; one event may still come while it is. Does not block. */
    public synchronized AutoCloseable subscribe(Consumer<ConnectionEvent> listener) {
        // A wrapper of its own, so that the same listener may subscribe twice.
        Consumer<ConnectionEvent> entry = listener::accept;
        listeners.add(entry);
        if (thread == null && !closed) {
            thread = new Thread(this::deliverAll, threadName);
            thread.setDaemon(true);
            thread.start();
        }
        return () -> unsubscribe(entry);
    }

    /** Queues an event; without listeners nothing is kept. Does not block. */
    public synchronized void publish(ConnectionEvent event) {
        if (closed || listeners.isEmpty()) {
            return;
        }
        if (queue.size() >= bound) {
            queue.clear();
            queue.add(new ConnectionEvent.Resync());
        }
        queue.add(event);
        notifyAll();
    }

    /** Delivers what is queued and then ends the thread; later events are dropped. Does not block. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void unsubscribe(Consumer<ConnectionEvent> entry) {
        listeners.remove(entry);
        if (listeners.isEmpty()) {
            queue.clear();
            notifyAll();
        }
    }

    private void deliverAll() {
        for (ConnectionEvent event = next(); event != null; event = next()) {
            for (Consumer<ConnectionEvent> listener : listeners) {
                deliver(listener, event);
            }
        }
    }

    private synchronized ConnectionEvent next() {
        while (queue.isEmpty()) {
            if (closed || listeners.isEmpty()) {
                thread = null;
                return null;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                // Nobody but this class knows the thread; it ends when the broadcaster is closed.
                LOG.log(System.Logger.Level.DEBUG, "an interrupt of the event thread was ignored");
            }
        }
        return queue.remove();
    }

    /** A listener that fails must not keep the others from hearing. */
    private static void deliver(Consumer<ConnectionEvent> listener, ConnectionEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener failed on " + event, e);
        }
    }
}
