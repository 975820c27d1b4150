package org.innkeeper.driver.qemu.process;

import java.time.Duration;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Ends a QEMU: first it is told to quit, then asked by a signal, then killed. */
public final class QemuEnder {
    private static final System.Logger LOG = System.getLogger(QemuEnder.class.getName());
    private static final Duration QUIT = Duration.ofSeconds(3);
    private static final Duration TERMINATE = Duration.ofSeconds(10);
    private static final Duration KILL = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 10;

    private QemuEnder() {}

    /**
     * Ends the process and waits for it.
     *
     * @param monitor its monitor, or null where there is no connection to it
     * @param gracefully whether it must not be killed, since that could lose what it has not yet written
     * @return whether it has ended
     */
    public static boolean end(CallContext context, ProcessIdentity process, QmpClient monitor, boolean gracefully) {
        if (monitor != null && quit(monitor) && waitFor(context, process, QUIT)) {
            return true;
        }
        process.end(false);
        if (waitFor(context, process, TERMINATE)) {
            return true;
        }
        if (gracefully) {
            return false;
        }
        LOG.log(System.Logger.Level.WARNING, "QEMU {0} does not end, it is killed", process.pid());
        process.end(true);
        return waitFor(context, process, KILL);
    }

    /** Waits until the process has ended, at most so long. */
    public static boolean waitFor(CallContext context, ProcessIdentity process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            context.check("ending QEMU");
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CallCancelledException.cancelled("ending QEMU");
            }
        }
        return true;
    }

    private static boolean quit(QmpClient monitor) {
        try {
            monitor.execute(CallContext.within(QUIT), "quit");
            return true;
        } catch (InnkeeperException e) {
            // It may have ended before it answered, or hang; the signals decide.
            LOG.log(System.Logger.Level.DEBUG, "quit: {0}", e.getMessage());
            return !monitor.isOpen();
        }
    }
}
