package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.driver.qemu.qmp.QmpEvent;
import org.innkeeper.driver.qemu.qmp.QmpListener;

/**
 * Turns what the monitor of one run tells into the guest's state and events. Runs on the monitor's reader, so it only
 * exchanges the view; what takes time goes to the workers.
 */
final class RunEvents implements QmpListener {
    private static final System.Logger LOG = System.getLogger(RunEvents.class.getName());
    private static final int SHUTDOWN_FINISHED = 0;
    private static final int CRASHED_PANICKED = 0;

    private final HostTools tools;
    private final Guest guest;
    private final RunSupervisor supervisor;
    private volatile ActiveRun run;

    RunEvents(HostTools tools, Guest guest, RunSupervisor supervisor) {
        this.tools = tools;
        this.guest = guest;
        this.supervisor = supervisor;
    }

    /** From now on events are of that run; earlier ones belong to QEMU's own start. */
    void attach(ActiveRun active) {
        run = active;
    }

    @Override
    public void event(QmpEvent event) {
        ActiveRun active = run;
        if (active == null) {
            return;
        }
        JsonNode data = event.data();
        switch (event.name()) {
            case "STOP" -> stopped(active);
            case "RESUME" -> resumed();
            case "SHUTDOWN" ->
                shutDown(
                        active,
                        data.path("reason").asText(""),
                        data.path("guest").asBoolean());
            case "RESET" -> other(ConnectionEvent.DomainOther.REBOOT, Map.of());
            case "GUEST_PANICKED" -> panicked(active, data.path("action").asText(""));
            case "SUSPEND" -> changed(StateReason.PM_SUSPENDED, DomainLifecycleType.PM_SUSPENDED, 0);
            case "WAKEUP" -> changed(StateReason.RUNNING_WAKEUP, DomainLifecycleType.STARTED, 4);
            case "BLOCK_IO_ERROR" -> expect(active, data, "stop", StateReason.PAUSED_IO_ERROR);
            case "WATCHDOG" -> expect(active, data, "pause", StateReason.PAUSED_WATCHDOG);
            case "BALLOON_CHANGE" -> ballooned(active, data.path("actual").asLong() / 1024);
            case "DEVICE_DELETED" -> deviceDeleted(data.path("device").asText(""));
            default -> LOG.log(System.Logger.Level.TRACE, "{0}: {1}", guest, event.name());
        }
    }

    @Override
    public void closed(String reason) {
        ActiveRun active = run;
        if (active != null && !active.isDetached()) {
            later(() -> supervisor.monitorClosed(guest, active, reason));
        }
    }

    private void stopped(ActiveRun active) {
        DomainStatus expected = active.takeNextPause();
        DomainState now = guest.view().status().state();
        if (now == DomainState.CRASHED || now == DomainState.SHUTTING_DOWN) {
            return;
        }
        DomainStatus status = expected == null ? StateReason.PAUSED_USER : expected;
        changed(status, DomainLifecycleType.SUSPENDED, StateReason.suspendedDetail(status));
    }

    private void resumed() {
        boolean starting = guest.view().status().equals(StateReason.PAUSED_STARTING);
        if (!starting) {
            changed(StateReason.RUNNING_UNPAUSED, DomainLifecycleType.RESUMED, 0);
        }
    }

    private void shutDown(ActiveRun active, String reason, boolean byGuest) {
        LifecyclePolicy.Cause cause =
                switch (reason) {
                    case "guest-panic" -> LifecyclePolicy.Cause.CRASH;
                    case "guest-reset", "host-qmp-system-reset" -> LifecyclePolicy.Cause.REBOOT;
                    default -> LifecyclePolicy.Cause.POWEROFF;
                };
        boolean ours = active.ending() != null && !byGuest;
        if (active.ending() == null) {
            active.expectEnd(
                    cause == LifecyclePolicy.Cause.CRASH
                            ? StateReason.OFF_CRASHED
                            : byGuest ? StateReason.OFF_SHUTDOWN : StateReason.OFF_DESTROYED);
        }
        if (cause != LifecyclePolicy.Cause.CRASH && !active.isRebooting() && !ours) {
            changed(StateReason.SHUTTING_DOWN, DomainLifecycleType.SHUTDOWN, SHUTDOWN_FINISHED);
        }
        later(() -> supervisor.guestEnded(guest, active, cause));
    }

    private void panicked(ActiveRun active, String action) {
        changed(StateReason.CRASHED_PANICKED, DomainLifecycleType.CRASHED, CRASHED_PANICKED);
        if (action.equals("pause")) {
            later(() -> supervisor.guestEnded(guest, active, LifecyclePolicy.Cause.CRASH));
        }
    }

    private static void expect(ActiveRun active, JsonNode data, String action, DomainStatus status) {
        if (data.path("action").asText("").equals(action)) {
            active.expectPause(status);
        }
    }

    private void ballooned(ActiveRun active, long kib) {
        active.setBalloon(kib);
        other(ConnectionEvent.DomainOther.BALLOON_CHANGE, Map.of("actual", kib));
    }

    private void deviceDeleted(String alias) {
        if (!alias.isEmpty()) {
            other(ConnectionEvent.DomainOther.DEVICE_REMOVED, Map.of("devAlias", alias));
        }
    }

    private void changed(DomainStatus status, DomainLifecycleType type, int detail) {
        ActiveRun active = run;
        guest.update(view -> view.isActive() ? view.withStatus(status) : view);
        tools.events().lifecycle(guest, type, detail);
        later(() -> supervisor.remember(guest, active));
    }

    private void other(int eventId, Map<String, Object> values) {
        tools.events().publish(new ConnectionEvent.DomainOther(guest.view().ref(), eventId, values));
    }

    private void later(Runnable work) {
        try {
            tools.workers().execute(work);
        } catch (RejectedExecutionException e) {
            // The host is being closed; whoever opens it next finds out by looking at the process.
            LOG.log(System.Logger.Level.DEBUG, "not looked after any more: {0}", guest);
        }
    }
}
