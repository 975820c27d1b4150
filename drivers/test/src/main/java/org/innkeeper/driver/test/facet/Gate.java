package org.innkeeper.driver.test.facet;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.test.host.HostErrors;

/** What every call of a connection goes through: is it open, does the host answer, how long does it take. */
public final class Gate {
    private final Faults faults;
    private final long opened = System.nanoTime();
    private final Set<CompletableFuture<Void>> waits = ConcurrentHashMap.newKeySet();
    private volatile String closedBecause;

    public Gate(Faults faults) {
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }

    /** Ends the connection and all waits on it; true for the first time. */
    public boolean close(String reason) {
        synchronized (this) {
            if (closedBecause != null) {
                return false;
            }
            closedBecause = reason;
        }
        waits.forEach(wait -> wait.complete(null));
        return true;
    }

    public boolean isOpen() {
        return closedBecause == null;
    }

    /** Whether the host seems to be there. */
    public boolean isAlive() {
        return isOpen() && !passed(faults.dieAfter());
    }

    /** Begins a call: fails where the connection is not usable, and takes the time a call takes. */
    public void enter(CallContext context, String operation) {
        requireOpen();
        if (passed(faults.hangAfter())) {
            sleep(context, operation, Long.MAX_VALUE);
        }
        if (!faults.latency().isZero()) {
            sleep(context, operation, faults.latency().toNanos());
        }
        context.check(operation);
        if (faults.failing().contains(operation)) {
            throw HostErrors.of(
                    ErrorCode.OPERATION_FAILED,
                    operation + " failed, as the URI of this test host asks for",
                    "Open the host without the parameter 'fail'");
        }
    }

    private boolean passed(Duration limit) {
        return limit != null && System.nanoTime() - opened >= limit.toNanos();
    }

    private void requireOpen() {
        if (closedBecause != null) {
            throw new ConnectionClosedException(closedBecause);
        }
    }

    /**
     * Waits; fails as soon as the connection is closed, the call is cancelled or its deadline has passed.
     *
     * @param nanos {@link Long#MAX_VALUE} for ever
     */
    public void sleep(CallContext context, String operation, long nanos) {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        waits.add(wait);
        Runnable takeBack = context.onCancel(() -> wait.complete(null));
        try {
            requireOpen();
            wait.get(Math.min(nanos, context.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            context.check(operation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(operation);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            takeBack.run();
            waits.remove(wait);
        }
        requireOpen();
        context.check(operation);
    }
}
