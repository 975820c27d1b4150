package org.innkeeper.driver.qemu.process;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.qmp.QmpClient;
import org.innkeeper.driver.qemu.qmp.QmpListener;

/** Starts a QEMU that outlives this program, and connects to it. */
public final class QemuLauncher {
    private static final System.Logger LOG = System.getLogger(QemuLauncher.class.getName());
    private static final Duration POLL = Duration.ofMillis(10);

    /** How long QEMU may take to open its monitor; large guests with preallocated memory take a while. */
    private static final Duration OPENING = Duration.ofSeconds(60);

    private final GuestPaths paths;
    private final UUID guest;

    public QemuLauncher(UUID guest, GuestPaths paths) {
        this.guest = guest;
        this.paths = paths;
    }

    /**
     * Runs the command and waits until its monitor answers. When anything goes wrong, no process is left.
     *
     * @param command the emulator and its arguments
     * @param environment what to add to this program's environment
     * @throws InnkeeperException with QEMU's own last words where it ended
     */
    public LaunchedQemu launch(
            CallContext context, List<String> command, Map<String, String> environment, QmpListener listener) {
        removeLeftovers();
        Optional<List<String>> scope = SessionPrefix.scoped(guest, System.getenv("XDG_RUNTIME_DIR"));
        if (scope.isPresent()) {
            try {
                return launch(context, scope.get(), command, environment, listener);
            } catch (ScopeRefusedException e) {
                LOG.log(System.Logger.Level.WARNING, "no scope for {0}, it may end at logout: {1}", guest, e.reason);
            }
        }
        return launch(context, SessionPrefix.plain(), command, environment, listener);
    }

    private LaunchedQemu launch(
            CallContext context,
            List<String> prefix,
            List<String> command,
            Map<String, String> environment,
            QmpListener listener) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        RunLog log;
        Process process;
        try {
            log = RunLog.begin(paths.logFile(), command);
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(nullDevice())))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(paths.logFile().toFile()))
                    .redirectError(
                            ProcessBuilder.Redirect.appendTo(paths.logFile().toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw failed("QEMU could not be started: " + IoReason.of(e), e);
        }
        try {
            QmpClient monitor = connect(context, process, log, listener);
            ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow(() -> died(process, log));
            return new LaunchedQemu(identity, monitor, log);
        } catch (InnkeeperException e) {
            if (!prefix.isEmpty() && isScopeFailure(log)) {
                throw new ScopeRefusedException(log.tail());
            }
            throw e;
        }
    }

    private QmpClient connect(CallContext context, Process process, RunLog log, QmpListener listener) {
        CallContext opening = CallContext.within(OPENING);
        try {
            while (!Files.exists(paths.monitorSocket())) {
                if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw died(process, log);
                }
                context.check("starting QEMU");
                opening.check("waiting for QEMU's monitor");
            }
            return connectUnlessDead(context, process, log, listener);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw failed("starting QEMU was interrupted", e);
        } catch (InnkeeperException e) {
            end(process);
            throw e;
        }
    }

    private QmpClient connectUnlessDead(CallContext context, Process process, RunLog log, QmpListener listener)
            throws InterruptedException {
        CallContext limited = context.isLimited() ? context : CallContext.within(OPENING);
        while (true) {
            try {
                return QmpClient.connectUnix(limited, paths.monitorSocket(), listener);
            } catch (InnkeeperException e) {
                // The socket is there a moment before QEMU listens on it.
                boolean early = e.getCause() instanceof ConnectException;
                // QEMU opens its monitor first and looks at the rest afterwards, so it may end while we connect.
                if (process.waitFor(early ? POLL.toMillis() : 500, TimeUnit.MILLISECONDS)) {
                    throw died(process, log);
                }
                if (!early) {
                    throw e;
                }
                limited.check("connecting to QEMU's monitor");
            }
        }
    }

    private InnkeeperException died(Process process, RunLog log) {
        String words = log.tail();
        String status = process.isAlive() ? "QEMU ended" : "QEMU ended with status " + process.exitValue();
        return failed(status + (words.isEmpty() ? " and said nothing" : ": " + words), null);
    }

    private InnkeeperException failed(String message, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.OPERATION_FAILED, ErrorOrigin.QEMU, message)
                        .withDetail(paths.logFile().toString())
                        .withRemedy("The whole output is in " + paths.logFile() + "."),
                cause);
    }

    private void removeLeftovers() {
        try {
            Files.deleteIfExists(paths.monitorSocket());
            Files.deleteIfExists(paths.vncSocket());
            Files.deleteIfExists(paths.pidFile());
        } catch (IOException e) {
            throw failed("files of the last run cannot be removed: " + IoReason.of(e), e);
        }
    }

    /**
     * Fails where a QEMU of an earlier run still runs although its record was lost: a second one would write to the same
     * images.
     */
    public void requireNoOther() {
        OptionalLong other;
        try {
            other = runningQemu();
        } catch (IOException e) {
            throw failed("files of the last run cannot be read: " + IoReason.of(e), e);
        }
        if (other.isPresent()) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.RESOURCE_BUSY,
                            ErrorOrigin.QEMU,
                            "a QEMU of this guest runs already, as process " + other.getAsLong()
                                    + ", and is not known any more")
                    .withRemedy("End process " + other.getAsLong() + ", then start the guest again."));
        }
    }

    private OptionalLong runningQemu() throws IOException {
        if (!Files.exists(paths.pidFile())) {
            return OptionalLong.empty();
        }
        String pid = Files.readString(paths.pidFile()).strip();
        Path commandLine = Path.of("/proc", pid.matches("[0-9]{1,10}") ? pid : "0", "cmdline");
        boolean runs = Files.exists(commandLine)
                && Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                        .contains(paths.pidFile().toString());
        return runs ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }

    private static boolean isScopeFailure(RunLog log) {
        return log.tail().startsWith("Failed to");
    }

    private static void end(Process process) {
        process.destroyForcibly();
    }

    private static String nullDevice() {
        return File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }

    /** The service manager did not make a scope; QEMU was not started. */
    private static final class ScopeRefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String reason;

        ScopeRefusedException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
