package org.innkeeper.core.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;

/**
 * One run of a tool of the host: an argument list and never a shell, in the C locale, with a limit to its time and to
 * its output. The tool reads an empty standard input.
 */
public final class ToolRun {
    private static final Logger LOG = System.getLogger(ToolRun.class.getName());
    /** The most that a tool may print, 32 MiB; what it says beyond is an error, since half an answer is none. */
    private static final int MOST_OUTPUT = 32 << 20;
    /** What is kept of a tool's complaints, 64 KiB; the first ones name the cause. */
    private static final int MOST_ERRORS = 64 << 10;

    private static final int POLL_MILLIS = 50;
    /** What a tool may take to end by itself after its children were ended. */
    private static final Duration CLEANING_UP = Duration.ofSeconds(3);

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final List<String> command;
    private final Duration limit;
    private final ToolAdvice advice;

    /**
     * @param command the program and its arguments; they must hold no secret, since every user of the host sees them
     * @param limit how long it may take, whatever the caller would wait
     */
    public ToolRun(List<String> command, Duration limit, ToolAdvice advice) {
        this.command = List.copyOf(command);
        this.limit = Objects.requireNonNull(limit, "limit");
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /**
     * What a tool said.
     *
     * @param exit its exit code
     */
    public record Result(int exit, String output, String errors) {}

    /**
     * Runs the tool to its end. When the call is cancelled or out of time, the tool is ended too.
     *
     * @param operation what is being done, for messages
     * @throws InnkeeperException {@code OPERATION_FAILED} where it cannot be started or says too much,
     *     {@code OPERATION_TIMEOUT} where it does not end within the limit
     */
    public Result run(CallContext context, String operation) {
        return run(context, operation, line -> {});
    }

    /**
     * The same, telling what the tool complains of while it runs.
     *
     * @param complaints gets each line of standard error, on a thread of this run; it does not block
     */
    public Result run(CallContext context, String operation, Consumer<String> complaints) {
        return run(context, operation, line -> {}, complaints);
    }

    /**
     * The same, telling what it prints too, such as its progress.
     *
     * @param lines gets each line of standard output, ended by a line feed or a carriage return, on a thread of this run; it
     *     does not block
     */
    public Result run(CallContext context, String operation, Consumer<String> lines, Consumer<String> complaints) {
        context.check(operation);
        LOG.log(Level.DEBUG, "running {0}", command);
        Process process = start();
        try {
            process.getOutputStream().close();
            OutputReader output = new OutputReader(process.getInputStream(), MOST_OUTPUT, name() + " output", lines);
            OutputReader errors =
                    new OutputReader(process.getErrorStream(), MOST_ERRORS, name() + " errors", complaints);
            await(process, context, operation);
            String said = output.text(LAST_WORDS);
            if (output.isCut()) {
                throw failure(
                        ErrorCode.OPERATION_FAILED,
                        operation + " failed: " + name() + " said more than " + MOST_OUTPUT + " bytes",
                        "See what it prints when it is run by hand",
                        null);
            }
            return new Result(process.exitValue(), said, errors.text(LAST_WORDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled(operation);
        } catch (IOException e) {
            throw failure(ErrorCode.OPERATION_FAILED, operation + " failed: " + e, "Try again", e);
        } finally {
            if (process.isAlive()) {
                end(process);
            }
        }
    }

    private String name() {
        return Path.of(command.get(0)).getFileName().toString();
    }

    private InnkeeperException failure(ErrorCode code, String message, String remedy, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(code, advice.origin(), message).withRemedy(remedy), cause);
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw failure(
                    ErrorCode.OPERATION_FAILED,
                    command.get(0) + " cannot be started: " + IoReason.of(e),
                    advice.missing(),
                    e);
        }
    }

    private void await(Process process, CallContext context, String operation) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            context.check(operation);
            if (System.nanoTime() - deadline > 0) {
                throw failure(
                        ErrorCode.OPERATION_TIMEOUT,
                        operation + " failed: " + name() + " did not end within " + seconds() + " s and was ended",
                        advice.hanging(),
                        null);
            }
        }
    }

    private String seconds() {
        return limit.toMillis() % 1000 == 0
                ? Long.toString(limit.toSeconds())
                : Double.toString(limit.toMillis() / 1000.0);
    }

    /**
     * Ends the tool on a thread of its own, as it may take its time. Its children go first: a tool whose helper fails cleans
     * up after itself, which one that is ended cannot. What it started as a daemon has left it already.
     */
    private void end(Process process) {
        List<ProcessHandle> children;
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            children = descendants.toList();
        }
        Thread thread = new Thread(() -> end(process, children), name() + " end");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Process process, List<ProcessHandle> children) {
        children.forEach(ProcessHandle::destroy);
        if (!children.isEmpty() && ends(process, CLEANING_UP)) {
            return;
        }
        process.destroy();
        if (!ends(process, LAST_WORDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean ends(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
