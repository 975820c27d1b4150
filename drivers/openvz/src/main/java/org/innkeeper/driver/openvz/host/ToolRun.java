package org.innkeeper.driver.openvz.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.CallContext;

/** One run of a tool: an argument list and never a shell, with a limit to its time and to what is kept of its output. */
final class ToolRun {
    private static final Logger LOG = System.getLogger(ToolRun.class.getName());
    private static final int MOST_OUTPUT = 4 << 20;
    private static final int POLL_MILLIS = 50;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final List<String> command;
    private final Duration limit;

    /** @param limit how long it may take, whatever the caller would wait */
    ToolRun(List<String> command, Duration limit) {
        this.command = command;
        this.limit = limit;
    }

    /**
     * What a tool said.
     *
     * @param exit its exit code
     */
    record Result(int exit, String output, String errors) {}

    Result run(CallContext context, String operation) {
        context.check(operation);
        LOG.log(Level.DEBUG, "running {0}", command);
        Process process = start();
        try {
            process.getOutputStream().close();
            Collector output = new Collector(process.getInputStream(), command.get(0) + " output");
            Collector errors = new Collector(process.getErrorStream(), command.get(0) + " errors");
            await(process, context, operation);
            return new Result(process.exitValue(), output.text(), errors.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(operation);
        } catch (IOException e) {
            throw VzErrors.of(ErrorCode.OPERATION_FAILED, operation + " failed: " + e, "Try again", e);
        } finally {
            end(process);
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw VzErrors.of(
                    ErrorCode.OPERATION_FAILED,
                    command.get(0) + " cannot be started: " + e.getMessage(),
                    "Install vzctl, or look at the rights of the program",
                    e);
        }
    }

    private void await(Process process, CallContext context, String operation) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            context.check(operation);
            if (System.nanoTime() - deadline > 0) {
                throw VzErrors.of(
                        ErrorCode.OPERATION_TIMEOUT,
                        operation + " failed: " + Path.of(command.get(0)).getFileName() + " did not end within "
                                + limit.toSeconds() + " s and was ended",
                        "See in vzctl's log what it waits for");
            }
        }
    }

    /** A tool's own children go with it; what it started as a daemon has left it already. */
    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroy);
        }
        process.destroy();
        try {
            if (process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** Reads a stream to its end on a thread of its own and keeps the beginning. */
    private static final class Collector {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;

        Collector(InputStream stream, String name) {
            thread = new Thread(() -> drain(stream), name);
            thread.setDaemon(true);
            thread.start();
        }

        private void drain(InputStream stream) {
            byte[] buffer = new byte[8192];
            try (stream) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    synchronized (kept) {
                        kept.write(buffer, 0, Math.min(count, MOST_OUTPUT - kept.size()));
                    }
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "the tool was ended while it wrote", e);
            }
        }

        /** What came; a daemon the tool left behind may hold the stream open, so the end is not waited for without limit. */
        String text() throws InterruptedException {
            thread.join(LAST_WORDS.toMillis());
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
