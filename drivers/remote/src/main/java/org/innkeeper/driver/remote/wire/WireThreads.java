package org.innkeeper.driver.remote.wire;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read and write, two for each connection. They wait a while for another connection when theirs ends:
 * making them anew is the most expensive part of opening a host that is near.
 */
final class WireThreads {
    private static final long IDLE_SECONDS = 10;

    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), body -> {
                Thread thread = new Thread(body, "rpc-idle");
                thread.setDaemon(true);
                return thread;
            });

    private WireThreads() {}

    /** Runs it on a thread that has that name meanwhile. */
    static void run(String name, Runnable body) {
        POOL.execute(() -> {
            Thread thread = Thread.currentThread();
            thread.setName(name);
            try {
                body.run();
            } finally {
                thread.setName("rpc-idle");
            }
        });
    }
}
