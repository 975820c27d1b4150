package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/**
 * What QEMU is asked for the statistics of one run. All questions are sent before any reply is awaited; a QEMU that has
 * not answered the last question is not asked again, so one that hangs costs nothing but its own numbers.
 */
final class RunSampler {
    /** What seldom changes is asked again after so long. */
    private static final long REFRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final String BALLOON = "/machine/peripheral/balloon0";
    private static final int BALLOON_PERIOD_SECONDS = 5;

    private final ActiveRun run;
    private final Map<String, CompletableFuture<JsonNode>> asked = new HashMap<>();
    private final Map<String, Long> answeredAt = new HashMap<>();
    private final Map<String, JsonNode> kept = new HashMap<>();
    private boolean balloonPolled;

    RunSampler(ActiveRun run) {
        this.run = run;
    }

    ActiveRun run() {
        return run;
    }

    /** The QMP commands a sample needs. */
    synchronized List<CompletableFuture<JsonNode>> ask(boolean blocks, boolean vcpus, boolean balloon) {
        List<CompletableFuture<JsonNode>> sent = new ArrayList<>();
        run.monitor().ifPresent(monitor -> {
            if (blocks) {
                add(sent, monitor, "query-blockstats", 0);
                add(sent, monitor, "query-block", REFRESH_NANOS);
            }
            if (vcpus) {
                add(sent, monitor, "query-cpus-fast", REFRESH_NANOS);
            }
            if (balloon && hasBalloon()) {
                askBalloon(sent, monitor);
            }
        });
        return sent;
    }

    private boolean hasBalloon() {
        return run.live().devices("memballoon").stream().anyMatch(b -> "virtio".equals(b.attribute("model")));
    }

    private void askBalloon(List<CompletableFuture<JsonNode>> sent, QmpClient monitor) {
        if (!balloonPolled) {
            balloonPolled = true;
            monitor.send(
                    "qom-set",
                    QmpClient.object()
                            .put("path", BALLOON)
                            .put("property", "guest-stats-polling-interval")
                            .put("value", BALLOON_PERIOD_SECONDS));
        }
        if (isDue("qom-get", 0)) {
            add(
                    sent,
                    "qom-get",
                    monitor.send(
                            "qom-get", QmpClient.object().put("path", BALLOON).put("property", "guest-stats")));
        }
    }

    private void add(List<CompletableFuture<JsonNode>> sent, QmpClient monitor, String command, long period) {
        if (isDue(command, period)) {
            add(sent, command, monitor.send(command, null));
        }
    }

    private void add(List<CompletableFuture<JsonNode>> sent, String command, CompletableFuture<JsonNode> reply) {
        // A question that is refused has no answer, and is not a reason to fail.
        CompletableFuture<JsonNode> answer = reply.exceptionally(e -> NullNode.getInstance());
        asked.put(command, answer);
        sent.add(answer);
    }

    private boolean isDue(String command, long period) {
        CompletableFuture<JsonNode> last = asked.get(command);
        if (last != null && !last.isDone()) {
            return false;
        }
        Long before = answeredAt.get(command);
        return before == null || System.nanoTime() - before >= period;
    }

    /** The answer to a question of the last {@link #ask}, or an older one to what seldom changes; null where none came. */
    synchronized JsonNode answer(String command) {
        CompletableFuture<JsonNode> reply = asked.get(command);
        if (reply != null && reply.isDone()) {
            JsonNode value = reply.join();
            asked.remove(command);
            answeredAt.put(command, System.nanoTime());
            kept.put(command, value);
        } else if (reply != null) {
            return null;
        }
        JsonNode value = kept.get(command);
        return value == null || value.isNull() ? null : value;
    }
}
