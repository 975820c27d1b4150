package org.innkeeper.app.session.host;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Does things of one kind for one host, some at a time and the rest in order, so that no kind has to wait for another. */
final class Lane {
    private final Executor pool;
    private final int width;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /** @param width how many at a time */
    Lane(Executor pool, int width) {
        this.pool = pool;
        this.width = width;
    }

    /** Does it as soon as there is room. */
    <T> CompletableFuture<T> submit(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        enter(() -> complete(result, work));
        return result;
    }

    /** A stage fails with whatever the work throws: the caller learns of mistakes too. */
    private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Does it now, or not at all when there is no room. */
    boolean tryRun(Runnable work) {
        synchronized (waiting) {
            if (running >= width || !waiting.isEmpty()) {
                return false;
            }
            running++;
        }
        pool.execute(() -> drain(work));
        return true;
    }

    private void enter(Runnable work) {
        synchronized (waiting) {
            if (running >= width) {
                waiting.add(work);
                return;
            }
            running++;
        }
        pool.execute(() -> drain(work));
    }

    private void drain(Runnable first) {
        Runnable work = first;
        while (work != null) {
            try {
                work.run();
            } finally {
                work = next();
            }
        }
    }

    private Runnable next() {
        synchronized (waiting) {
            Runnable work = waiting.poll();
            if (work == null) {
                running--;
            }
            return work;
        }
    }
}
