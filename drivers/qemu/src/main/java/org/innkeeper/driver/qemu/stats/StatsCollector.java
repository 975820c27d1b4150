package org.innkeeper.driver.qemu.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.driver.qemu.lifecycle.ActiveRun;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestView;

/** Reads the statistics of many guests in one pass. */
public final class StatsCollector {
    /** The groups there are. */
    public static final long GROUPS = StatsGroups.STATE
            | StatsGroups.CPU_TOTAL
            | StatsGroups.BALLOON
            | StatsGroups.VCPU
            | StatsGroups.INTERFACE
            | StatsGroups.BLOCK;

    /** How long a QEMU may take to answer before it is left out. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Map<ActiveRun, RunSampler> samplers = new ConcurrentHashMap<>();

    /** Reads those groups of those guests. */
    public List<DomainStats> collect(CallContext context, List<Guest> guests, long groups) {
        Map<GuestView, RunSampler> sampled = new LinkedHashMap<>();
        List<CompletableFuture<JsonNode>> replies = new ArrayList<>();
        for (Guest guest : guests) {
            GuestView view = guest.view();
            RunSampler sampler = view.run().map(this::sampler).orElse(null);
            sampled.put(view, sampler);
            if (sampler != null) {
                replies.addAll(sampler.ask(
                        has(groups, StatsGroups.BLOCK),
                        has(groups, StatsGroups.VCPU),
                        has(groups, StatsGroups.BALLOON)));
            }
        }
        InterfaceCounters interfaces = has(groups, StatsGroups.INTERFACE) ? InterfaceCounters.read() : null;
        await(context, replies);
        List<DomainStats> result = new ArrayList<>();
        sampled.forEach((view, sampler) -> result.add(sample(view, sampler, interfaces, groups)));
        forgetEnded();
        return result;
    }

    private RunSampler sampler(ActiveRun run) {
        return samplers.computeIfAbsent(run, RunSampler::new);
    }

    private void forgetEnded() {
        samplers.keySet().removeIf(run -> run.monitor().isEmpty());
    }

    private static void await(CallContext context, List<CompletableFuture<JsonNode>> replies) {
        CompletableFuture<Void> all = CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new));
        Runnable forget = context.onCancel(() -> all.cancel(false));
        try {
            all.get(Math.min(PATIENCE.toNanos(), context.remainingNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Those who did not answer have no numbers this time.
            context.check("reading statistics");
        } catch (CancellationException e) {
            throw CallCancelledException.cancelled("reading statistics");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallCancelledException.cancelled("reading statistics");
        } finally {
            forget.run();
        }
    }

    private static DomainStats sample(GuestView view, RunSampler sampler, InterfaceCounters interfaces, long groups) {
        List<TypedParameter> values = new ArrayList<>(64);
        StatsWriter writer = new StatsWriter(view, sampler, values);
        if (has(groups, StatsGroups.STATE)) {
            writer.state();
        }
        if (has(groups, StatsGroups.CPU_TOTAL)) {
            writer.cpu();
        }
        if (has(groups, StatsGroups.BALLOON)) {
            writer.balloon("balloon.");
        }
        if (has(groups, StatsGroups.VCPU)) {
            writer.vcpus();
        }
        if (has(groups, StatsGroups.INTERFACE)) {
            writer.interfaces(interfaces);
        }
        if (has(groups, StatsGroups.BLOCK)) {
            writer.blocks();
        }
        return new DomainStats(view.ref(), System.nanoTime(), values);
    }

    /** The memory statistics of one guest, under their names without prefix. */
    public List<TypedParameter> memory(CallContext context, Guest guest) {
        RunSampler sampler = sampler(guest.requireRun());
        await(context, sampler.ask(false, false, true));
        List<TypedParameter> values = new ArrayList<>();
        new StatsWriter(guest.view(), sampler, values).balloon("");
        return values;
    }

    private static boolean has(long groups, long group) {
        return (groups & group) != 0;
    }
}
