package org.innkeeper.driver.qemu.qmp;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/**
 * The monitor is gone, most often because its QEMU ended. It is not a {@code ConnectionClosedException}: the connection
 * to the host is open as before, and only one guest is concerned.
 */
public final class MonitorClosedException extends InnkeeperException {
    private static final long serialVersionUID = 1L;

    MonitorClosedException(String peer, String reason) {
        super(ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, "the monitor " + peer + " is closed: " + reason);
    }
}
