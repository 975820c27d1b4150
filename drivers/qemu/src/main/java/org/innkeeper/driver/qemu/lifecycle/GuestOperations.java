package org.innkeeper.driver.qemu.lifecycle;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.process.QemuEnder;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.qmp.QmpCommandException;

/** What can be done to the run of a guest: starting, asking, resetting, ending. */
public final class GuestOperations {
    private final HostTools tools;
    private final GuestStarter starter;
    private final GuestSaves saves;

    GuestOperations(HostTools tools, GuestStarter starter, GuestSaves saves) {
        this.tools = tools;
        this.starter = starter;
        this.saves = saves;
    }

    /**
     * Starts a guest that is defined, from its managed save where it has one.
     *
     * @param forceBoot throw the managed save away
     */
    public void start(CallContext context, Guest guest, boolean paused, boolean forceBoot) {
        guest.exclusively(context, "starting", () -> {
            if (!guest.view().isActive() && saves.hasManagedSave(guest)) {
                if (!forceBoot) {
                    saves.startFromManagedSave(context, guest, paused);
                    return null;
                }
                saves.removeManagedSave(guest);
            }
            starter.start(context, guest, paused);
            return null;
        });
    }

    /** Presses the power button. */
    public void shutdown(CallContext context, Guest guest) {
        withMonitor(context, guest, "shutting down", monitor -> {
            requireRunning(guest);
            ActiveRun run = guest.requireRun();
            if (run.isRebooting()) {
                run.setRebooting(false);
                monitor.execute(context, "set-action", run.policy().setAction());
                starter.save(guest, run);
            }
            monitor.execute(context, "system_powerdown");
        });
    }

    /** Presses the power button, and resets the machine when the guest has powered off. */
    public void reboot(CallContext context, Guest guest) {
        withMonitor(context, guest, "rebooting", monitor -> {
            requireRunning(guest);
            ActiveRun run = guest.requireRun();
            run.setRebooting(true);
            starter.save(guest, run);
            monitor.execute(context, "set-action", QmpClient.object().put("shutdown", "pause"));
            monitor.execute(context, "system_powerdown");
        });
    }

    public void reset(CallContext context, Guest guest) {
        withMonitor(context, guest, "resetting", monitor -> monitor.execute(context, "system_reset"));
    }

    /** Stops the vcpus; nothing happens where they stand still already. */
    public void suspend(CallContext context, Guest guest) {
        withMonitor(context, guest, "pausing", monitor -> {
            if (guest.view().status().state() == DomainState.PAUSED) {
                return;
            }
            requireRunning(guest);
            guest.requireRun().expectPause(StateReason.PAUSED_USER);
            monitor.execute(context, "stop");
        });
    }

    public void resume(CallContext context, Guest guest) {
        withMonitor(context, guest, "resuming", monitor -> {
            DomainState state = guest.view().status().state();
            if (state == DomainState.PM_SUSPENDED) {
                monitor.execute(context, "system_wakeup");
            } else if (state != DomainState.RUNNING) {
                monitor.execute(context, "cont");
            }
        });
    }

    /**
     * Ends the run at once. It does not wait for other jobs: their commands fail when QEMU is gone.
     *
     * @param gracefully fail rather than kill
     */
    public void destroy(CallContext context, Guest guest, boolean gracefully) {
        ActiveRun run = guest.requireRun();
        run.expectEnd(StateReason.OFF_DESTROYED);
        boolean ended = QemuEnder.end(context, run.process(), run.monitor().orElse(null), gracefully);
        if (!ended) {
            throw new InnkeeperException(ErrorInfo.of(
                            gracefully ? ErrorCode.RESOURCE_BUSY : ErrorCode.OPERATION_FAILED,
                            ErrorOrigin.QEMU,
                            "QEMU (process " + run.process().pid() + ") of domain '"
                                    + guest.view().name() + "' does not end")
                    .withSubject(GuestErrors.subject(guest.view().name(), guest.uuid()))
                    .withRemedy("It may wait for storage that does not answer. Try again later, or force it off."));
        }
        guest.exclusively(context, "ending", () -> {
            starter.end().finish(guest, run, StateReason.OFF_DESTROYED);
            return null;
        });
    }

    /** Writes the memory to a file; afterwards the guest is in the state it had, unless it is ended or reset. */
    public void coreDump(CallContext context, Guest guest, Path file, boolean crash, boolean reset) {
        guest.exclusively(context, "dumping", () -> {
            ActiveRun run = guest.requireRun();
            boolean wasRunning = guest.view().status().state() == DomainState.RUNNING;
            QmpClient monitor = run.requireMonitor(context, guest);
            if (wasRunning) {
                run.expectPause(StateReason.PAUSED_DUMP);
                monitor.execute(context, "stop");
            }
            CoreDump.write(context, guest, run, file);
            if (reset) {
                monitor.execute(context, "system_reset");
            }
            if (wasRunning && !crash) {
                monitor.execute(context, "cont");
            }
            return null;
        });
        if (crash) {
            ActiveRun run = guest.requireRun();
            tools.events().lifecycle(guest, DomainLifecycleType.CRASHED, 0);
            destroy(context, guest, false);
            guest.update(
                    view -> view.isActive() && view.active() != run ? view : view.withStatus(StateReason.OFF_CRASHED));
        }
    }

    private void withMonitor(CallContext context, Guest guest, String action, Consumer<QmpClient> work) {
        guest.exclusively(context, action, () -> {
            ActiveRun run = guest.requireRun();
            try {
                work.accept(run.requireMonitor(context, guest));
            } catch (QmpCommandException e) {
                throw GuestErrors.about(guest.view().name(), guest.uuid(), action, e);
            }
            return null;
        });
    }

    private static void requireRunning(Guest guest) {
        DomainState state = guest.view().status().state();
        if (state != DomainState.RUNNING && state != DomainState.PAUSED && state != DomainState.SHUTTING_DOWN) {
            throw GuestErrors.wrongState(guest, "is not running");
        }
    }
}
