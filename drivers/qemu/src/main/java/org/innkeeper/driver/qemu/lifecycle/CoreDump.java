package org.innkeeper.driver.qemu.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Writes the memory of a guest to a file that debuggers read. */
final class CoreDump {
    private static final Duration POLL = Duration.ofMillis(100);

    private CoreDump() {}

    /** Writes the dump and waits for it; the vcpus stand still meanwhile. */
    static void write(CallContext context, Guest guest, ActiveRun run, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw failed(file, IoReason.of(e), e);
        }
        QmpClient monitor = run.requireMonitor(context, guest);
        run.expectPause(StateReason.PAUSED_DUMP);
        monitor.execute(
                context,
                "dump-guest-memory",
                QmpClient.object()
                        .put("paging", false)
                        .put("protocol", "file:" + file)
                        .put("detach", true));
        while (true) {
            JsonNode dump = monitor.execute(context, "query-dump");
            String status = dump.path("status").asText();
            if (status.equals("completed")) {
                return;
            }
            if (status.equals("failed")) {
                throw failed(file, "QEMU could not write it", null);
            }
            context.progress()
                    .progress(dump.path("completed").asDouble()
                            / Math.max(1, dump.path("total").asDouble()));
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("writing the core dump");
        }
    }

    private static InnkeeperException failed(Path file, String reason, Exception cause) {
        return new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.OPERATION_FAILED,
                                ErrorOrigin.QEMU,
                                "the core dump " + file + " was not written: " + reason)
                        .withDetail(file.toString())
                        .withRemedy("Choose a place with as much room as the guest has memory."),
                cause);
    }
}
