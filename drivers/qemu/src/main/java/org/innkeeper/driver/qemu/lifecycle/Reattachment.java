package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.process.RunLog;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.state.RuntimeRecord;

/** Finds the guests again that an earlier program left running, and sees which ones ended meanwhile. */
final class Reattachment {
    private static final System.Logger LOG = System.getLogger(Reattachment.class.getName());
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final HostTools tools;
    private final GuestStarter starter;

    Reattachment(HostTools tools, GuestStarter starter) {
        this.tools = tools;
        this.starter = starter;
    }

    /** Takes up a run that was recorded; does not fail. */
    void take(RuntimeRecord state) {
        Guest guest = tools.guests().byUuid(state.uuid()).orElseGet(() -> addTransient(state));
        ActiveRun run = new ActiveRun(new ActiveRun.Parts(
                state.id(),
                state.process(),
                state.paths(),
                RunLog.continued(state.paths().logFile(), state.logStart()),
                state.accelerator(),
                state.command(),
                state.taps(),
                new Definition(state.definition())));
        run.setRebooting(state.rebooting());
        tools.lastId().accumulateAndGet(state.id(), Math::max);
        guest.update(view -> view.started(run, state.status()));
        if (state.process().isAlive()) {
            if (!connect(guest, run)) {
                RunSupervisor supervisor = starter.supervisor();
                tools.workers().execute(() -> supervisor.monitorClosed(guest, run, "it does not answer"));
            }
        } else {
            ended(guest, run);
        }
    }

    private Guest addTransient(RuntimeRecord state) {
        Guest guest = new Guest(new GuestView(
                state.uuid(), new Definition(state.definition()), false, false, state.status(), null, false));
        tools.guests().add(guest);
        return guest;
    }

    private void ended(Guest guest, ActiveRun run) {
        DomainStatus reason = reasonOf(run.log().tail());
        LOG.log(
                System.Logger.Level.INFO,
                "domain ''{0}'' ended while nobody watched; its last words: {1}",
                guest.view().name(),
                run.log().tail());
        guest.exclusively(CallContext.create(), "cleaning up after", () -> {
            starter.end().finish(guest, run, reason);
            return null;
        });
    }

    /** What the last words of a QEMU tell about its end; one that a guest powered off says nothing. */
    static DomainStatus reasonOf(String lastWords) {
        if (lastWords.contains("terminating on signal")) {
            return StateReason.OFF_DESTROYED;
        }
        return lastWords.isEmpty() ? StateReason.OFF_UNKNOWN : StateReason.OFF_CRASHED;
    }

    /** Connects to the monitor of a run and reads its state; returns whether that worked. */
    boolean connect(Guest guest, ActiveRun run) {
        CallContext context = CallContext.within(ANSWER);
        RunEvents events = new RunEvents(tools, guest, starter.supervisor());
        QmpClient monitor = null;
        try {
            monitor = QmpClient.connectUnix(context, run.paths().monitorSocket(), events);
            String uuid = monitor.execute(context, "query-uuid").path("UUID").asText();
            if (!uuid.equals(guest.uuid().toString())) {
                monitor.close();
                LOG.log(System.Logger.Level.WARNING, "the monitor of {0} belongs to guest {1}", guest, uuid);
                ended(guest, run);
                return true;
            }
            run.setMonitor(monitor);
            events.attach(run);
            readStatus(guest, run, monitor.execute(context, "query-status"));
            readBalloon(run, monitor, context);
            if (!monitor.isOpen()) {
                events.closed("it ended while it was found again");
            }
            return true;
        } catch (InnkeeperException e) {
            if (monitor != null) {
                monitor.close();
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    "domain ''{0}'' runs as process {1}, but does not answer: {2}",
                    guest.view().name(),
                    run.process().pid(),
                    e.getMessage());
            return false;
        }
    }

    private void readStatus(Guest guest, ActiveRun run, JsonNode reply) {
        String status = reply.path("status").asText();
        statusOf(status, guest.view().status()).ifPresent(known -> guest.update(view -> view.withStatus(known)));
        LifecyclePolicy.Cause cause =
                switch (status) {
                    case "shutdown" -> LifecyclePolicy.Cause.POWEROFF;
                    case "guest-panicked" -> LifecyclePolicy.Cause.CRASH;
                    default -> null;
                };
        if (cause != null) {
            tools.workers().execute(() -> starter.supervisor().guestEnded(guest, run, cause));
        }
    }

    /** What QEMU's run state means, keeping the reason that was known before where it still fits. */
    static Optional<DomainStatus> statusOf(String runState, DomainStatus before) {
        DomainStatus now =
                switch (runState) {
                    case "running" -> StateReason.RUNNING_BOOTED;
                    case "paused", "prelaunch", "debug", "save-vm", "restore-vm", "postmigrate", "finish-migrate" ->
                        StateReason.PAUSED_UNKNOWN;
                    case "io-error" -> StateReason.PAUSED_IO_ERROR;
                    case "watchdog" -> StateReason.PAUSED_WATCHDOG;
                    case "shutdown" -> StateReason.SHUTTING_DOWN;
                    case "guest-panicked" -> StateReason.CRASHED_PANICKED;
                    case "suspended" -> StateReason.PM_SUSPENDED;
                    default -> null;
                };
        if (now == null || now.state() == before.state() && now.reason() <= 1) {
            return Optional.empty();
        }
        return Optional.of(now);
    }

    private static void readBalloon(ActiveRun run, QmpClient monitor, CallContext context) {
        try {
            run.setBalloon(
                    monitor.execute(context, "query-balloon").path("actual").asLong() / 1024);
        } catch (InnkeeperException e) {
            // A guest without balloon has all its memory.
            run.setBalloon(run.live().memory());
        }
    }
}
