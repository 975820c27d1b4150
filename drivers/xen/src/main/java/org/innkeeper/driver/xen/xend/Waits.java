package org.innkeeper.driver.xen.xend;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.spi.CallContext;

/** The pause between two looks at something that takes its time. */
final class Waits {
    private static final int MILLIS = 50;

    private Waits() {}

    /** Waits a moment; ends at once when the call is cancelled. */
    static void shortly(CallContext context, String operation) {
        context.check(operation);
        CountDownLatch cancelled = new CountDownLatch(1);
        Runnable release = context.onCancel(cancelled::countDown);
        try {
            cancelled.await(MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(operation);
        } finally {
            release.run();
        }
        context.check(operation);
    }
}
