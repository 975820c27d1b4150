package org.innkeeper.app.session.host;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.api.flag.StatsFlag;
import org.innkeeper.core.api.flag.StatsGroup;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;

/** Asks one host for everything that changes, in as few calls as it can. For the poll lane. */
final class Poller {
    private static final System.Logger LOG = System.getLogger(Poller.class.getName());

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Nothing tells when a guest is made to start with the host, or stops to be; so it is looked at now and then. */
    private static final int POLLS_PER_LIST = 30;

    /** Statistics of more guests at once would outlive the young part of the heap, and fill a message of the wire. */
    private static final int GUESTS_PER_CALL = 500;

    private final HostCore core;
    private volatile Set<StatsGroup> groups = groups(PollingSettings.standard());
    private int sinceList;

    Poller(HostCore core) {
        this.core = core;
    }

    void setPolling(PollingSettings polling) {
        groups = groups(polling);
    }

    private static Set<StatsGroup> groups(PollingSettings polling) {
        Set<StatsGroup> groups = EnumSet.of(StatsGroup.STATE);
        for (PollingSettings.Group group : polling.groups()) {
            switch (group) {
                case CPU -> {
                    groups.add(StatsGroup.CPU_TOTAL);
                    groups.add(StatsGroup.VCPU);
                }
                case MEMORY -> groups.add(StatsGroup.BALLOON);
                case DISK -> groups.add(StatsGroup.BLOCK);
                case NETWORK -> groups.add(StatsGroup.INTERFACE);
            }
        }
        return groups;
    }

    /** One tick. All its calls go out together. */
    void poll(Connection connection) {
        CallContext call = CallContext.within(LIMIT);
        Inventory inventory = core.inventory();
        boolean lists = inventory.takeListWanted() || ++sinceList >= POLLS_PER_LIST;
        try {
            poll(connection, call, lists);
        } catch (RuntimeException e) {
            call.cancel();
            if (lists) {
                inventory.wantList();
            }
            throw e;
        }
    }

    private void poll(Connection connection, CallContext call, boolean lists) {
        Inventory inventory = core.inventory();
        long sent = inventory.stamp();
        long begun = System.nanoTime();
        Together<NodeCpuStats> cpu = beginIf(
                connection.supports(Feature.NODE_CPU_STATS),
                () -> connection.node().cpuStats(call),
                null);
        Together<NodeMemoryStats> memory = beginIf(
                connection.supports(Feature.NODE_MEMORY_STATS),
                () -> connection.node().memoryStats(call),
                null);
        Together<Set<UUID>> persistent =
                beginIf(lists, () -> list(connection, call, DomainFilter.PERSISTENT), Set.of());
        Together<Set<UUID>> autostart = beginIf(
                lists && connection.supports(Feature.DOMAIN_AUTOSTART),
                () -> list(connection, call, DomainFilter.AUTOSTART),
                Set.of());
        NodeInfo node = core.status().node();
        int before = inventory.size();
        core.sampler().begin(node == null ? 0 : node.cpus());
        inventory.beginPoll();
        readGuests(connection, call, some -> inventory.polled(sent, some, core.sampler()));
        inventory.endPoll(sent);
        HostLoad load = core.sampler()
                .end(cpu.get(), memory.get(), core.workers().clock().millis());
        if (inventory.size() < before) {
            core.sampler().retain(inventory.known());
        }
        if (lists) {
            sinceList = 0;
            inventory.lists(sent, persistent.get(), autostart.get());
        }
        core.status(status -> status.withLoad(load, core.workers().clock().instant()));
        LOG.log(Level.TRACE, () -> told(System.nanoTime() - begun));
    }

    private String told(long nanos) {
        return core.definition().label() + ": " + core.inventory().newest() + " guests sampled in " + nanos / 1_000_000
                + " ms";
    }

    private <T> Together<T> beginIf(boolean wanted, Supplier<T> call, T otherwise) {
        return wanted ? Together.begin(core.workers().pool(), call) : Together.known(otherwise);
    }

    private void readGuests(Connection connection, CallContext call, Consumer<List<DomainStats>> taker) {
        if (!connection.supports(Feature.STATS_BULK)) {
            taker.accept(SingleStats.read(connection, call));
        } else if (core.inventory().size() <= GUESTS_PER_CALL) {
            taker.accept(stats(connection, call, List.of()));
        } else {
            List<DomainRef> all = connection.domains().list(call, EnumSet.noneOf(DomainFilter.class)).stream()
                    .map(Domain::ref)
                    .toList();
            for (int i = 0; i < all.size(); i += GUESTS_PER_CALL) {
                taker.accept(stats(connection, call, all.subList(i, Math.min(all.size(), i + GUESTS_PER_CALL))));
            }
        }
    }

    private List<DomainStats> stats(Connection connection, CallContext call, List<DomainRef> of) {
        return connection.allStats(
                call, of, groups, EnumSet.noneOf(StatsFlag.class), EnumSet.noneOf(DomainFilter.class));
    }

    private static Set<UUID> list(Connection connection, CallContext call, DomainFilter filter) {
        Set<UUID> uuids = new HashSet<>();
        for (Domain domain : connection.domains().list(call, EnumSet.of(filter))) {
            uuids.add(domain.uuid());
        }
        return uuids;
    }
}
