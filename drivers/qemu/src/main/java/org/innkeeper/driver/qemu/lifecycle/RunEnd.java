package org.innkeeper.driver.qemu.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainStatus;

/** Cleans up when a run has ended: host interfaces, sockets, run-time state; then tells everybody. */
final class RunEnd {
    private static final System.Logger LOG = System.getLogger(RunEnd.class.getName());

    private final HostTools tools;

    RunEnd(HostTools tools) {
        this.tools = tools;
    }

    /**
     * Records that the process of a run has ended. The caller holds the guest's job lock; does nothing the second time.
     *
     * @param otherwise the state where nothing told why it ended
     */
    void finish(Guest guest, ActiveRun run, DomainStatus otherwise) {
        if (!run.claimFinish()) {
            return;
        }
        run.monitor().ifPresent(monitor -> monitor.close());
        synchronized (run) {
            release(guest, run.taps(), run.paths().runtimeDir());
        }
        DomainStatus status = run.ending() == null ? otherwise : run.ending();
        if (status.equals(StateReason.OFF_CRASHED) && run.ending() == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "QEMU of domain ''{0}'' ended by itself: {1}",
                    guest.view().name(),
                    run.log().tail());
        }
        guest.update(view -> view.ended(status));
        if (!guest.view().persistent()) {
            tools.guests().remove(guest);
        }
        tools.events().lifecycle(guest, DomainLifecycleType.STOPPED, StateReason.stoppedDetail(status));
    }

    /** Takes back what a run had of the host; also for a start that failed. */
    void release(Guest guest, List<String> taps, Path runtimeDirectory) {
        taps.forEach(TapInterface::delete);
        try {
            tools.runtime().remove(guest.uuid());
            for (String name : List.of("monitor", "vnc", "pid")) {
                Files.deleteIfExists(runtimeDirectory.resolve(name));
            }
            Files.deleteIfExists(runtimeDirectory);
        } catch (IOException | InnkeeperException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cleaning up after " + guest.view().name(),
                    e);
        }
    }
}
