package org.innkeeper.app.job;

import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know that something changed; they are called on the thread that changed it. */
final class Listeners {
    private final CopyOnWriteArrayList<Runnable> all = new CopyOnWriteArrayList<>();

    Runnable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void fire() {
        all.forEach(Runnable::run);
    }
}
