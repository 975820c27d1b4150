package org.innkeeper.app.session.host;

import java.time.Duration;

/** Calls something at even steps of time; a step that is late does not shift those that follow. */
final class Ticker {
    private final Timer timer;
    private final Runnable action;
    private Duration interval;
    private long due;
    private Runnable takeBack;

    Ticker(Timer timer, Runnable action) {
        this.timer = timer;
        this.action = action;
    }

    /** Begins, or goes on at another pace; the first step is one interval from now. */
    synchronized void start(Duration every) {
        stop();
        interval = every;
        due = System.nanoTime();
        arm();
    }

    synchronized void stop() {
        if (takeBack != null) {
            takeBack.run();
            takeBack = null;
        }
    }

    synchronized boolean running() {
        return takeBack != null;
    }

    private void arm() {
        long now = System.nanoTime();
        due = Math.max(due + interval.toNanos(), now);
        takeBack = timer.schedule(this::step, Duration.ofNanos(due - now));
    }

    private void step() {
        synchronized (this) {
            if (takeBack == null) {
                return;
            }
            arm();
        }
        action.run();
    }
}
