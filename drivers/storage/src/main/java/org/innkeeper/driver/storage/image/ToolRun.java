package org.innkeeper.driver.storage.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;

/** One run of a program, with its output limited, its progress told, and its end when the caller wants no more. */
final class ToolRun {
    private static final Pattern PROGRESS = Pattern.compile("\\((\\d{1,3}(?:\\.\\d+)?)/100%\\)");
    private static final int LONGEST_PROGRESS = 64;
    private static final int POLL_MILLIS = 50;

    private final List<String> command;
    private final String subject;
    private final int mostOutput;

    ToolRun(List<String> command, String subject, int mostOutput) {
        this.command = command;
        this.subject = subject;
        this.mostOutput = mostOutput;
    }

    /** What it wrote to its standard output. */
    byte[] run(CallContext context) {
        context.check("changing " + subject);
        Process process = start();
        Runnable forget = context.onCancel(process::destroyForcibly);
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> output =
                    CompletableFuture.supplyAsync(() -> readOutput(process.getInputStream(), context));
            CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                context.check("changing " + subject);
            }
            context.check("changing " + subject);
            if (process.exitValue() != 0) {
                throw failed(new String(errors.join(), StandardCharsets.UTF_8).strip(), null);
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("changing " + subject);
        } catch (IOException e) {
            throw failed(IoReason.of(e), e);
        } finally {
            forget.run();
            process.destroyForcibly();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw failed("it could not be started: " + IoReason.of(e), e);
        }
    }

    private byte[] readOutput(InputStream stream, CallContext context) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder line = new StringBuilder();
        try (stream) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                if (all.size() < mostOutput) {
                    all.write(next);
                }
                line.append((char) next);
                if (next == '\r' || next == '\n' || line.length() > LONGEST_PROGRESS) {
                    tellProgress(line, context);
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            // The program was killed; the caller is told by its exit.
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    private static void tellProgress(CharSequence line, CallContext context) {
        Matcher progress = PROGRESS.matcher(line);
        if (progress.find()) {
            context.progress().progress(Math.min(1, Double.parseDouble(progress.group(1)) / 100));
        }
    }

    private byte[] read(InputStream stream) {
        try (stream) {
            byte[] bytes = stream.readNBytes(mostOutput);
            stream.skip(Long.MAX_VALUE);
            return bytes;
        } catch (IOException e) {
            // Killed: it has no last words then.
            return new byte[0];
        }
    }

    private InnkeeperException failed(String reason, Exception cause) {
        return StorageErrors.volume(
                subject,
                "qemu-img failed for " + subject + ": " + (reason.isEmpty() ? "it said nothing" : reason),
                "See whether the image is whole, not in use, and the place has room.",
                cause);
    }
}
