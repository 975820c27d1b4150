package org.innkeeper.driver.qemu.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.process.QemuEnder;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Does what a definition wants when its guest powers off, reboots or crashes, and notices QEMUs that end. */
final class RunSupervisor {
    private static final System.Logger LOG = System.getLogger(RunSupervisor.class.getName());
    private static final Duration ENDING = Duration.ofSeconds(3);
    private static final Duration COMMAND = Duration.ofSeconds(30);

    private final HostTools tools;
    private final RunEnd end;
    private final GuestStarter starter;

    RunSupervisor(HostTools tools, RunEnd end, GuestStarter starter) {
        this.tools = tools;
        this.end = end;
        this.starter = starter;
    }

    /**
     * The monitor is gone: the first sign that QEMU has ended. The process is the second, and the one that counts: as long
     * as it runs, it is tried to talk to it again.
     */
    void monitorClosed(Guest guest, ActiveRun run, String reason) {
        Reattachment reattachment = new Reattachment(tools, starter);
        while (!run.isFinished() && !QemuEnder.waitFor(CallContext.create(), run.process(), ENDING)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "QEMU {0} of domain ''{1}'' runs, but its monitor is closed: {2}",
                    run.process().pid(),
                    guest.view().name(),
                    reason);
            if (reattachment.connect(guest, run)) {
                return;
            }
        }
        guest.exclusively(CallContext.create(), "cleaning up after", () -> {
            end.finish(guest, run, StateReason.OFF_CRASHED);
            return null;
        });
    }

    /** The state of the guest changed; the program that finds it again is to know. */
    void remember(Guest guest, ActiveRun run) {
        try {
            starter.save(guest, run);
        } catch (InnkeeperException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}", e.getMessage());
        }
    }

    /** The guest came to its end. Where QEMU ends by itself there is nothing to do: its monitor closes next. */
    void guestEnded(Guest guest, ActiveRun run, LifecyclePolicy.Cause cause) {
        try {
            guest.exclusively(CallContext.create(), "ending", () -> {
                if (!run.isFinished() && run.monitor().isPresent()) {
                    act(guest, run, cause);
                }
                return null;
            });
        } catch (InnkeeperException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "what domain ''{0}'' wants after its {1} was not done: {2}",
                    guest.view().name(),
                    cause,
                    e.getMessage());
        }
    }

    private void act(Guest guest, ActiveRun run, LifecyclePolicy.Cause cause) {
        if (run.isRebooting() && cause == LifecyclePolicy.Cause.POWEROFF) {
            finishReboot(guest, run);
            return;
        }
        LifecyclePolicy policy = run.policy();
        if (cause != LifecyclePolicy.Cause.CRASH && !policy.waitsAfterShutdown()) {
            return;
        }
        LifecycleAction action = policy.action(cause);
        if (action.dumps()) {
            dump(guest, run);
        }
        switch (action) {
            case PRESERVE -> LOG.log(System.Logger.Level.INFO, "{0} is preserved after its {1}", guest, cause);
            case DESTROY, COREDUMP_DESTROY -> destroy(guest, run);
            case RESTART, COREDUMP_RESTART -> restart(run);
            case RENAME_RESTART -> renameAndRestart(guest, run);
        }
    }

    private void destroy(Guest guest, ActiveRun run) {
        QmpClient monitor = run.monitor().orElse(null);
        if (QemuEnder.end(CallContext.create(), run.process(), monitor, false)) {
            end.finish(guest, run, StateReason.OFF_SHUTDOWN);
        }
    }

    private void finishReboot(Guest guest, ActiveRun run) {
        run.setRebooting(false);
        restart(run);
        run.monitor()
                .ifPresent(monitor ->
                        monitor.execute(limited(), "set-action", run.policy().setAction()));
        starter.save(guest, run);
    }

    private void restart(ActiveRun run) {
        QmpClient monitor = run.monitor().orElseThrow();
        run.expectEnd(null);
        monitor.execute(limited(), "system_reset");
        monitor.execute(limited(), "cont");
    }

    private void renameAndRestart(Guest guest, ActiveRun run) {
        String name = freeName(guest.view().name());
        tools.events().lifecycle(guest, DomainLifecycleType.UNDEFINED, StateReason.UNDEFINED_RENAMED);
        Definition stored = guest.view().stored().copy();
        stored.setText("name", name);
        if (guest.view().persistent()) {
            tools.definitions().save(guest.uuid(), stored.document());
        }
        Definition live = run.live().copy();
        live.setText("name", name);
        run.setLive(live);
        guest.update(view -> view.withDefinition(stored));
        starter.save(guest, run);
        tools.events().lifecycle(guest, DomainLifecycleType.DEFINED, StateReason.DEFINED_RENAMED);
        restart(run);
    }

    private String freeName(String name) {
        int number = 1;
        while (tools.guests().byName(name + "-" + number).isPresent()) {
            number++;
        }
        return name + "-" + number;
    }

    private void dump(Guest guest, ActiveRun run) {
        UUID uuid = guest.uuid();
        Path file = tools.root().dumps().resolve(uuid + "-" + run.id() + ".core");
        CoreDump.write(CallContext.create(), guest, run, file);
        LOG.log(
                System.Logger.Level.INFO,
                "the memory of crashed domain ''{0}'' is in {1}",
                guest.view().name(),
                file);
    }

    private static CallContext limited() {
        return CallContext.within(COMMAND);
    }
}
