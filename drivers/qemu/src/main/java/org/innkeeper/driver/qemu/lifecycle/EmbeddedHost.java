package org.innkeeper.driver.qemu.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.innkeeper.driver.qemu.process.RuntimePlace;
import org.innkeeper.driver.qemu.state.DefinitionStore;
import org.innkeeper.driver.qemu.state.RuntimeRecord;
import org.innkeeper.driver.qemu.state.StateRoot;

/** The guests of one state root, as long as somebody in this program has it open. */
public final class EmbeddedHost implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedHost.class.getName());
    private static final int WORKERS = 8;
    private static final Duration AUTOSTART = Duration.ofMinutes(5);

    private final HostTools tools;
    private final GuestStarter starter;
    private final GuestDefinitions definitions;
    private final GuestOperations operations;
    private final GuestSaves saves;
    private final List<String> problems = new ArrayList<>();

    private EmbeddedHost(HostTools tools) {
        this.tools = tools;
        this.starter = new GuestStarter(tools);
        this.definitions = new GuestDefinitions(tools, starter);
        this.saves = new GuestSaves(tools, starter);
        this.operations = new GuestOperations(tools, starter, saves);
    }

    /**
     * Opens a state root: reads the definitions, finds running guests again and starts those that are to start by
     * themselves.
     *
     * @throws InnkeeperException where the root is not writable or another program holds it
     */
    public static EmbeddedHost open(Path directory) {
        StateRoot root = StateRoot.open(directory);
        ExecutorService workers = null;
        try {
            workers = workers();
            HostTools tools = new HostTools(
                    root,
                    root.definitions(),
                    root.runtime(),
                    new RuntimePlace(directory, Path.of(System.getProperty("java.io.tmpdir"))),
                    new EmulatorCatalog(root.cache()),
                    Accelerators.detect(),
                    new GuestRegistry(),
                    new EventHub(),
                    workers,
                    new AtomicInteger());
            EmbeddedHost host = new EmbeddedHost(tools);
            host.load();
            return host;
        } catch (RuntimeException e) {
            if (workers != null) {
                workers.shutdownNow();
            }
            root.close();
            throw e;
        }
    }

    private static ExecutorService workers() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(WORKERS, WORKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "qemu driver worker");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private void load() {
        List<Guest> autostart = new ArrayList<>();
        for (DefinitionStore.Stored stored : tools.definitions().load(this::problem)) {
            Guest guest = new Guest(new GuestView(
                    stored.uuid(),
                    new Definition(stored.definition()),
                    true,
                    stored.autostart(),
                    StateReason.OFF_UNKNOWN,
                    null,
                    false));
            tools.guests().add(guest);
            if (stored.autostart()) {
                autostart.add(guest);
            }
        }
        Reattachment reattachment = new Reattachment(tools, starter);
        List<RuntimeRecord> active = tools.runtime().load(this::problem);
        // A guest that does not answer must not keep the others waiting.
        CompletableFuture.allOf(active.stream()
                        .map(state -> CompletableFuture.runAsync(() -> reattachment.take(state), tools.workers()))
                        .toArray(CompletableFuture[]::new))
                .join();
        autostart.stream().filter(guest -> !guest.view().isActive()).forEach(guest -> tools.workers()
                .execute(() -> autostart(guest)));
    }

    private void autostart(Guest guest) {
        try {
            operations.start(CallContext.within(AUTOSTART), guest, false, false);
        } catch (InnkeeperException e) {
            LOG.log(System.Logger.Level.WARNING, "{0}", e.getMessage());
        }
    }

    private void problem(String text) {
        LOG.log(System.Logger.Level.WARNING, "{0}", text);
        problems.add(text);
    }

    /** What was found damaged on opening, for the user to know. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    public Path directory() {
        return tools.root().directory();
    }

    public GuestRegistry guests() {
        return tools.guests();
    }

    public EventHub events() {
        return tools.events();
    }

    public EmulatorCatalog emulators() {
        return tools.emulators();
    }

    public Accelerators accelerators() {
        return tools.accelerators();
    }

    public GuestDefinitions definitions() {
        return definitions;
    }

    public GuestOperations operations() {
        return operations;
    }

    public GuestSaves saves() {
        return saves;
    }

    /** Lets go of the state root. Guests go on. */
    @Override
    public void close() {
        tools.workers().shutdownNow();
        for (Guest guest : tools.guests().all()) {
            guest.view().run().ifPresent(run -> {
                run.detach();
                run.monitor().ifPresent(monitor -> monitor.close());
            });
        }
        tools.root().close();
    }
}
