package org.innkeeper.driver.xen.xenstore;

import java.lang.System.Logger;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings events to the listeners of their watches, on one thread, in order. What waits is bounded: the same path waits once
 * only, and where too many wait for one watch they become one event of the watched path.
 */
final class WatchDispatcher implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(WatchDispatcher.class.getName());

    /** The most events that wait. */
    static final int CAPACITY = 10_000;

    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final Set<Event> waiting = new LinkedHashSet<>();
    private boolean closed;
    private Thread thread;

    private record Watch(String path, StoreWatch.Listener listener) {}

    private record Event(String token, String path) {}

    /** Makes events with a token go to a listener. */
    void add(String token, String path, StoreWatch.Listener listener) {
        watches.put(token, new Watch(path, listener));
        synchronized (waiting) {
            if (thread == null && !closed) {
                thread = new Thread(this::deliver, "xenstore-events");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    void remove(String token) {
        watches.remove(token);
    }

    /** Takes an event off the wire; does not wait. One that cannot be read or has no watch any more is dropped. */
    void accept(Message message) {
        List<String> texts = Payload.texts(message.payload());
        if (texts.size() < 2) {
            return;
        }
        String token = texts.get(1);
        Watch watch = watches.get(token);
        if (watch == null) {
            return;
        }
        synchronized (waiting) {
            if (waiting.size() >= CAPACITY) {
                waiting.removeIf(event -> event.token.equals(token));
                waiting.add(new Event(token, watch.path));
            } else {
                waiting.add(new Event(token, texts.get(0)));
            }
            waiting.notifyAll();
        }
    }

    private void deliver() {
        try {
            for (Event event = next(); event != null; event = next()) {
                Watch watch = watches.get(event.token);
                if (watch != null) {
                    tell(watch, event.path);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Watch watch, String path) {
        try {
            watch.listener.changed(path);
        } catch (RuntimeException e) {
            // One listener's failure must not end the events of the others.
            LOGGER.log(Logger.Level.WARNING, "A listener of the xenstore failed", e);
        }
    }

    private Event next() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty() && !closed) {
                waiting.wait();
            }
            if (closed) {
                return null;
            }
            Iterator<Event> events = waiting.iterator();
            Event event = events.next();
            events.remove();
            return event;
        }
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
            waiting.notifyAll();
        }
    }
}
