package org.innkeeper.app.session.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Calls that do not need each other's results are made at the same time: a far host gets them together, and all of them
 * cost one wait for the network.
 *
 * @param <T> what the call gives
 */
final class Together<T> {
    private final CompletableFuture<T> result;

    private Together(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins a call on a thread of its own. Whoever does not ask for the result cancels the call by its context. */
    static <T> Together<T> begin(Executor pool, Supplier<T> call) {
        return new Together<>(CompletableFuture.supplyAsync(call, pool));
    }

    /** A result that needs no call. */
    static <T> Together<T> known(T result) {
        return new Together<>(CompletableFuture.completedFuture(result));
    }

    /** Waits for the result; throws what the call threw. */
    T get() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
