package org.innkeeper.driver.remote.wire;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Pings the daemon when nothing came from it for a while, and gives up when it does not answer. */
final class Keepalive {
    static final int PROGRAM = 0x6b656570;
    static final int VERSION = 1;
    static final int PING = 1;
    static final int PONG = 2;

    private final Runnable sendPing;
    private final Runnable giveUp;
    private final int count;
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean heard = true;
    private ScheduledFuture<?> ticks;

    /** @param count how many pings may stay without an answer */
    Keepalive(int count, Runnable sendPing, Runnable giveUp) {
        this.count = count;
        this.sendPing = sendPing;
        this.giveUp = giveUp;
    }

    synchronized void start(ScheduledExecutorService timer, long intervalMillis) {
        ticks = timer.scheduleWithFixedDelay(this::tick, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    synchronized void stop() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    /** Something came from the daemon. */
    void heard() {
        heard = true;
        unanswered.lazySet(0);
    }

    private void tick() {
        if (heard) {
            heard = false;
        } else if (unanswered.incrementAndGet() > count) {
            stop();
            giveUp.run();
        } else {
            sendPing.run();
        }
    }
}
