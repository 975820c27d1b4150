package org.innkeeper.driver.xen.xenstore;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** Sends requests over a connection and waits for replies within the limits of a call. */
final class StoreRequests {
    private final StoreConnection connection;
    private final Duration limit;
    private final AtomicLong count = new AtomicLong();

    /** @param limit the longest wait for one reply */
    StoreRequests(StoreConnection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
    }

    CompletableFuture<byte[]> send(MessageType type, int transaction, String path, byte[] payload) {
        count.incrementAndGet();
        return connection.send(type, transaction, path, payload);
    }

    /** How many requests were sent. */
    long count() {
        return count.get();
    }

    /** Waits for a reply. A reply that comes after the wait was given up is dropped. */
    byte[] await(CallContext context, CompletableFuture<byte[]> reply) {
        context.check("asking the xenstore");
        // A copy, since what is under way stays under way when the wait is given up.
        CompletableFuture<byte[]> waiting = reply.copy();
        Runnable release = context.onCancel(
                () -> waiting.completeExceptionally(CallCancelledException.cancelled("asking the xenstore")));
        try {
            return waiting.get(Math.min(context.remainingNanos(), limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } catch (TimeoutException e) {
            context.check("asking the xenstore");
            throw new InnkeeperException(
                    ErrorCode.OPERATION_TIMEOUT,
                    ErrorOrigin.XENSTORE,
                    "The xenstore did not answer within " + limit.toSeconds() + " s",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("asking the xenstore");
        } finally {
            release.run();
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return cause instanceof RuntimeException exception
                ? exception
                : new InnkeeperException(
                        ErrorCode.INTERNAL_ERROR, ErrorOrigin.XENSTORE, "A request of the xenstore failed", cause);
    }
}
