package org.innkeeper.driver.qemu.process;

import java.util.Objects;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/**
 * A QEMU that was just started.
 *
 * @param process which process it is
 * @param monitor a connection to it, out of negotiation mode
 * @param log what it says
 */
public record LaunchedQemu(ProcessIdentity process, QmpClient monitor, RunLog log) {
    public LaunchedQemu {
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(log, "log");
    }
}
