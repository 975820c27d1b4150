package org.innkeeper.driver.qemu.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.model.CpuMap;

/** Which CPUs of the host a thread may run on. */
public final class ThreadAffinity {
    private static final String LINE = "Cpus_allowed_list:";
    private static final int MAX_OUTPUT = 4096;
    private static final long LIMIT_SECONDS = 10;

    private ThreadAffinity() {}

    /** Reads it; empty where the system does not tell. */
    public static Optional<CpuMap> read(long pid, long thread) {
        Path status = Path.of("/proc", Long.toString(pid), "task", Long.toString(thread), "status");
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(LINE))
                    .findFirst()
                    .flatMap(line -> CpuSets.parse(line.substring(LINE.length()).strip()));
        } catch (IOException e) {
            // The thread ended, or the system is not Linux.
            return Optional.empty();
        }
    }

    /** Changes it, by the host's {@code taskset}. */
    public static void write(long thread, CpuMap cpus) {
        Path program = Programs.find("taskset")
                .orElseThrow(
                        () -> failed(cpus, "the program 'taskset' is not on this host", "Install util-linux.", null));
        try {
            Process process = new ProcessBuilder(
                            List.of(program.toString(), "-p", "-c", cpus.toString(), Long.toString(thread)))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw failed(cpus, output.strip(), "Choose CPUs that this host has and this program may use.", null);
            }
        } catch (IOException e) {
            throw failed(cpus, IoReason.of(e), null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(cpus, "interrupted", null, e);
        }
    }

    private static InnkeeperException failed(CpuMap cpus, String reason, String remedy, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPERATION_FAILED,
                                ErrorOrigin.QEMU,
                                "a vcpu cannot be bound to the host's CPUs " + cpus + ": " + reason)
                        .withRemedy(remedy),
                cause);
    }
}
