package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.command.CommandLine;
import org.innkeeper.driver.qemu.command.CommandLineBuilder;
import org.innkeeper.driver.qemu.command.StartMode;
import org.innkeeper.driver.qemu.command.TapDevice;
import org.innkeeper.driver.qemu.node.HostMemory;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.qemu.process.LaunchedQemu;
import org.innkeeper.driver.qemu.process.QemuLauncher;
import org.innkeeper.driver.qemu.qmp.MonitorClosedException;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.state.StateErrors;

/** Starts guests. When a start fails nothing of it is left: no process, no interface, no state. */
public final class GuestStarter {
    private static final Duration COMMAND = Duration.ofSeconds(30);
    private static final int STARTED_BOOTED = 0;
    private static final int STARTED_RESTORED = 2;

    private final HostTools tools;
    private final RunEnd end;
    private final RunSupervisor supervisor;

    GuestStarter(HostTools tools) {
        this.tools = tools;
        this.end = new RunEnd(tools);
        this.supervisor = new RunSupervisor(tools, end, this);
    }

    RunSupervisor supervisor() {
        return supervisor;
    }

    RunEnd end() {
        return end;
    }

    /** Loads a saved state into a QEMU that was just started. */
    @FunctionalInterface
    interface Loader {
        void load(CallContext context, QmpClient monitor);
    }

    /** Starts an inactive guest from its firmware on. The caller holds the guest's job lock. */
    void start(CallContext context, Guest guest, boolean paused) {
        start(context, guest, paused, guest.view().stored());
    }

    /** The same with another definition than the stored one. */
    void start(CallContext context, Guest guest, boolean paused, Definition definition) {
        start(context, guest, paused, definition, StartMode.BOOT, null);
    }

    /** Starts an inactive guest from a saved state. The caller holds the guest's job lock. */
    void restore(CallContext context, Guest guest, boolean paused, Definition definition, Loader loader) {
        start(context, guest, paused, definition, StartMode.INCOMING, loader);
    }

    private void start(
            CallContext context, Guest guest, boolean paused, Definition definition, StartMode mode, Loader loader) {
        GuestView view = guest.view();
        if (view.isActive()) {
            throw GuestErrors.wrongState(guest, "is already running");
        }
        try {
            EmulatorInfo emulator = tools.emulatorOf(context, definition);
            Accelerator accelerator = tools.accelerators().require(definition.type(), emulator);
            Definition live = definition.completedFor(emulator);
            checkMemory(live);
            ImageChecks.check(guest, live, tools.guests());
            run(context, guest, live, emulator, accelerator, paused, mode, loader);
        } catch (InnkeeperException e) {
            throw GuestErrors.about(view.name(), view.uuid(), "starting", e);
        }
    }

    private static void checkMemory(Definition definition) {
        long total = HostMemory.read().total();
        if (total > 0 && definition.memory() > total) {
            throw GuestErrors.unsupported(
                    "it wants " + definition.memory() / 1024 + " MiB of memory, and this host has " + total / 1024
                            + " MiB in all",
                    "Give the guest less memory.");
        }
    }

    private void run(
            CallContext context,
            Guest guest,
            Definition live,
            EmulatorInfo emulator,
            Accelerator accelerator,
            boolean paused,
            StartMode mode,
            Loader loader) {
        FirmwareVariables.prepare(live.root());
        GuestPaths paths = prepare(guest);
        QemuLauncher launcher = new QemuLauncher(guest.uuid(), paths);
        launcher.requireNoOther();
        CommandLine command =
                new CommandLineBuilder().build(DomainDocument.of(live.document()), emulator, paths, accelerator, mode);
        List<String> taps = new ArrayList<>();
        LaunchedQemu qemu = null;
        try {
            makeTaps(live, command.taps(), taps);
            RunEvents events = new RunEvents(tools, guest, supervisor);
            List<String> arguments = withOwnOptions(command.arguments(), paths, live, emulator);
            qemu = launcher.launch(context, arguments, command.environment(), events);
            requireIdentity(context, guest, qemu.monitor());
            VcpuPins.apply(context, live, qemu.monitor());
            PasswordSetter.set(context, live, qemu.monitor());
            int id = tools.lastId().incrementAndGet();
            LiveDetails.fill(context, live, id, command.aliases(), paths, qemu.monitor());
            if (loader != null) {
                loader.load(context, qemu.monitor());
            }
            ActiveRun run = new ActiveRun(new ActiveRun.Parts(
                    id, qemu.process(), paths, qemu.log(), accelerator.optionValue(), arguments, taps, live));
            run.setMonitor(qemu.monitor());
            publish(context, guest, run, events, paused, loader == null);
        } catch (InnkeeperException e) {
            abandon(guest, qemu, taps, paths);
            throw withLastWords(e, qemu);
        }
    }

    private GuestPaths prepare(Guest guest) {
        try {
            return tools.place().prepare(guest.uuid());
        } catch (IOException e) {
            throw StateErrors.notWritable(tools.root().directory(), e);
        }
    }

    private static List<String> withOwnOptions(
            List<String> command, GuestPaths paths, Definition live, EmulatorInfo emulator) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-pidfile", paths.pidFile().toString()));
        LifecyclePolicy policy = LifecyclePolicy.of(live);
        all.addAll(emulator.hasOption("action") ? policy.arguments() : policy.oldArguments());
        return all;
    }

    private static void makeTaps(Definition live, List<TapDevice> wanted, List<String> made) {
        for (TapDevice tap : wanted) {
            if (tap.managed()) {
                TapInterface.create(tap.name(), tap.macAddress(), tap.bridge());
                made.add(tap.name());
            }
            for (XmlElement device : live.devices("interface")) {
                if (LiveDetails.aliasOf(device).filter(tap.alias()::equals).isPresent()) {
                    LiveDetails.child(device, "target").setAttribute("dev", tap.name());
                    runScript(device, tap.name());
                }
            }
        }
    }

    private static void runScript(XmlElement device, String tap) {
        XmlElement script = device.element("script");
        if (script != null && script.attribute("path") != null) {
            TapInterface.runScript(script.attribute("path"), tap);
        }
    }

    private static void requireIdentity(CallContext context, Guest guest, QmpClient monitor) {
        JsonNode reply = monitor.execute(context, "query-uuid");
        if (!guest.uuid().toString().equals(reply.path("UUID").asText())) {
            throw new InnkeeperException(
                    ErrorCode.INTERNAL_ERROR, ErrorOrigin.QEMU, "the QEMU that answers has another UUID");
        }
    }

    private void publish(
            CallContext context, Guest guest, ActiveRun run, RunEvents events, boolean paused, boolean fresh) {
        guest.update(view -> view.started(run, StateReason.PAUSED_STARTING));
        try {
            events.attach(run);
            save(guest, run);
            QmpClient monitor = run.requireMonitor(context, guest);
            if (!paused) {
                monitor.execute(context, "cont");
            }
        } catch (InnkeeperException e) {
            run.claimFinish();
            guest.update(view -> view.ended(StateReason.OFF_FAILED));
            throw e;
        }
        DomainStatus status =
                paused ? StateReason.PAUSED_USER : fresh ? StateReason.RUNNING_BOOTED : StateReason.RUNNING_RESTORED;
        guest.update(view -> view.status().equals(StateReason.PAUSED_STARTING) ? view.withStatus(status) : view);
        save(guest, run);
        tools.events().lifecycle(guest, DomainLifecycleType.STARTED, fresh ? STARTED_BOOTED : STARTED_RESTORED);
        if (paused) {
            tools.events().lifecycle(guest, DomainLifecycleType.SUSPENDED, 0);
        }
    }

    private void abandon(Guest guest, LaunchedQemu qemu, List<String> taps, GuestPaths paths) {
        if (qemu != null) {
            qemu.monitor().close();
            qemu.process().end(true);
        }
        end.release(guest, taps, paths.runtimeDir());
    }

    /** Where QEMU ended meanwhile, what it said is the reason, not that it does not answer any more. */
    private static InnkeeperException withLastWords(InnkeeperException e, LaunchedQemu qemu) {
        if (!(e instanceof MonitorClosedException) || qemu == null) {
            return e;
        }
        String words = qemu.log().tail();
        return words.isEmpty()
                ? e
                : new InnkeeperException(
                        ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, "QEMU ended: " + words)
                                .withDetail(qemu.log().file().toString()),
                        e);
    }

    /** Writes the state of a run to disk, for the program that finds it again. */
    void save(Guest guest, ActiveRun run) {
        synchronized (run) {
            if (!run.isFinished()) {
                tools.runtime().save(run.record(guest));
            }
        }
    }

    /** A context for a command that must not take long. */
    static CallContext limited() {
        return CallContext.within(COMMAND);
    }
}
