package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.process.QemuEnder;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Saves guests to files and starts them from there. */
public final class GuestSaves {
    private static final System.Logger LOG = System.getLogger(GuestSaves.class.getName());
    private static final long POLL_MILLIS = 50;
    private static final Duration LAST_BYTES = Duration.ofSeconds(60);

    private final HostTools tools;
    private final GuestStarter starter;

    GuestSaves(HostTools tools, GuestStarter starter) {
        this.tools = tools;
        this.starter = starter;
    }

    /** Where the managed save of a guest is, whether there is one or not. */
    private Path managedFile(UUID uuid) {
        return tools.root().saves().resolve(uuid + ".save");
    }

    public boolean hasManagedSave(Guest guest) {
        return Files.exists(managedFile(guest.uuid()));
    }

    /** Removes the managed save; nothing happens where there is none. */
    public void removeManagedSave(Guest guest) {
        try {
            Files.deleteIfExists(managedFile(guest.uuid()));
        } catch (IOException e) {
            throw failed(managedFile(guest.uuid()), "removed", IoReason.of(e), e);
        }
    }

    /** Saves to the driver's own place. */
    public void managedSave(CallContext context, Guest guest, Boolean running) {
        GuestDefinitions.requirePersistent(guest);
        Path file = managedFile(guest.uuid());
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw failed(file, "written", IoReason.of(e), e);
        }
        save(context, guest, file, null, running);
    }

    /**
     * Saves a guest and ends its run. When that fails the guest goes on.
     *
     * @param xml the definition to keep, or null for its own
     * @param running whether it runs when it is restored, or null for what it does now
     */
    public void save(CallContext context, Guest guest, Path file, String xml, Boolean running) {
        guest.exclusively(context, "saving", () -> {
            ActiveRun run = guest.requireRun();
            QmpClient monitor = run.requireMonitor(context, guest);
            boolean ran = guest.view().status().state() == DomainState.RUNNING;
            Path partial = file.resolveSibling(file.getFileName() + ".part");
            try {
                if (ran) {
                    run.expectPause(StateReason.PAUSED_SAVE);
                    monitor.execute(context, "stop");
                }
                String definition = xml == null ? run.live().text() : xml;
                write(context, run, monitor, partial, running == null ? ran : running, definition);
                SavedState.markComplete(partial);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | InnkeeperException e) {
                giveUp(monitor, partial, ran);
                throw e instanceof InnkeeperException known ? known : failed(file, "written", e.getMessage(), e);
            }
            run.expectEnd(StateReason.OFF_SAVED);
            QemuEnder.end(context, run.process(), monitor, false);
            starter.end().finish(guest, run, StateReason.OFF_SAVED);
            return null;
        });
    }

    private static void write(
            CallContext context, ActiveRun run, QmpClient monitor, Path partial, boolean running, String definition)
            throws IOException {
        Files.deleteIfExists(partial);
        createPrivate(partial);
        StateChannel.Mover mover = (in, toQemu) -> {
            try (OutputStream out = Files.newOutputStream(partial)) {
                SavedState.writeHeader(out, running, definition);
                return in.transferTo(out);
            }
        };
        try (StateChannel channel = StateChannel.listen(run.paths().runtimeDir(), mover)) {
            monitor.execute(
                    context,
                    "migrate",
                    QmpClient.object().put("uri", StateChannel.uri(run.paths().runtimeDir())));
            waitForMigration(context, monitor);
            await(channel);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, rights);
    }

    private static void await(StateChannel channel) throws IOException {
        try {
            channel.moved().get(LAST_BYTES.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("its last bytes did not come in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("saving");
        }
    }

    private static void waitForMigration(CallContext context, QmpClient monitor) {
        while (true) {
            JsonNode state = monitor.execute(context, "query-migrate");
            switch (state.path("status").asText()) {
                case "completed" -> {
                    return;
                }
                case "failed", "cancelled" ->
                    throw new InnkeeperException(
                            ErrorCode.OPERATION_FAILED,
                            ErrorOrigin.QEMU,
                            "QEMU could not move its state: "
                                    + state.path("error-desc").asText("no reason given"));
                default -> {
                    JsonNode ram = state.path("ram");
                    context.progress()
                            .progress(ram.path("transferred").asDouble()
                                    / Math.max(1, ram.path("total").asDouble()));
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("moving the state");
        }
    }

    private static void giveUp(QmpClient monitor, Path partial, boolean ran) {
        try {
            monitor.execute(GuestStarter.limited(), "migrate_cancel");
            if (ran) {
                monitor.execute(GuestStarter.limited(), "cont");
            }
            Files.deleteIfExists(partial);
        } catch (InnkeeperException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "giving up a save", e);
        }
    }

    /** The definition in a saved file. */
    public String savedDefinition(Path file) {
        return header(file).definition();
    }

    private static SavedState.Header header(Path file) {
        try {
            SavedState.Header header = SavedState.readHeader(file);
            if (!header.complete()) {
                throw new IOException("it was not written to its end");
            }
            return header;
        } catch (IOException e) {
            throw failed(file, "read", IoReason.of(e), e);
        }
    }

    /** Whether a guest that is restored from the file runs at once. */
    public boolean runsWhenRestored(Path file) {
        return header(file).running();
    }

    /** Goes on from the managed save of a guest, which is gone then. The caller holds the guest's job lock. */
    void startFromManagedSave(CallContext context, Guest guest, boolean paused) {
        Path file = managedFile(guest.uuid());
        SavedState.Header header = header(file);
        Definition definition = new Definition(XmlDocument.parse(header.definition()));
        restore(context, guest, definition, file, paused || !header.running());
        removeManagedSave(guest);
    }

    /** Starts an inactive guest from a file. The caller holds the guest's job lock. */
    void restore(CallContext context, Guest guest, Definition definition, Path file, boolean paused) {
        starter.restore(context, guest, paused, definition, (limits, run) -> load(limits, guest, run, file));
    }

    private void load(CallContext context, Guest guest, QmpClient monitor, Path file) {
        StateChannel.Mover mover = (fromQemu, out) -> {
            try (InputStream in = Files.newInputStream(file)) {
                SavedState.readHeader(in);
                return in.transferTo(out);
            }
        };
        try {
            Path directory = tools.place().prepare(guest.uuid()).runtimeDir();
            monitor.execute(context, "migrate-incoming", QmpClient.object().put("uri", StateChannel.uri(directory)));
            try (StateChannel channel = StateChannel.connect(directory, mover)) {
                waitForMigration(context, monitor);
                await(channel);
            }
        } catch (IOException e) {
            throw failed(file, "read", IoReason.of(e), e);
        }
    }

    private static InnkeeperException failed(Path file, String verb, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPERATION_FAILED,
                                ErrorOrigin.QEMU,
                                "the saved state " + file + " could not be " + verb + ": " + reason)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()))
                        .withDetail(file.toString()),
                cause);
    }
}
