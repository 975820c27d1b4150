package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.flag.DomainXmlFlag;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;

/** Reads the definitions of the guests that somebody looks at, a few at a time; never with secrets. */
final class DetailsFetcher {
    private static final System.Logger LOG = System.getLogger(DetailsFetcher.class.getName());
    private static final int AT_ONCE = 4;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Without events nobody tells that a definition changed. */
    private static final Duration OLDEST_WITHOUT_EVENTS = Duration.ofMinutes(1);

    private final HostCore core;
    private final Lane lane;
    private final Set<UUID> underWay = new HashSet<>();
    private volatile List<UUID> wanted = List.of();

    DetailsFetcher(HostCore core) {
        this.core = core;
        lane = new Lane(core.workers().pool(), AT_ONCE);
    }

    void want(Collection<UUID> guests) {
        wanted = List.copyOf(guests);
        pump();
    }

    /** Asks for what is wanted and not known; called after each poll and event too. */
    void pump() {
        List<UUID> now = wanted;
        Connection connection = core.connection();
        if (now.isEmpty() || connection == null) {
            return;
        }
        long age = connection.supports(Feature.EVENTS) ? Long.MAX_VALUE / 2 : OLDEST_WITHOUT_EVENTS.toNanos();
        for (UUID guest : core.inventory().withoutDetails(now, System.nanoTime() - age)) {
            synchronized (underWay) {
                if (underWay.size() >= AT_ONCE || !underWay.add(guest)) {
                    continue;
                }
            }
            fetch(connection, guest);
        }
    }

    private void fetch(Connection connection, UUID guest) {
        lane.submit(() -> read(connection, guest)).whenComplete((details, failure) -> {
            synchronized (underWay) {
                underWay.remove(guest);
            }
            if (failure == null) {
                core.changed();
                pump();
            } else if (!(failure instanceof InnkeeperException)) {
                LOG.log(System.Logger.Level.ERROR, "the definition of a guest could not be read", failure);
            }
        });
    }

    /** The details, from memory where they are fresh. */
    CompletableFuture<GuestDetails> details(UUID guest) {
        GuestDetails known = core.inventory().freshDetails(guest);
        return known != null
                ? CompletableFuture.completedFuture(known)
                : lane.submit(() -> read(core.connected(), guest));
    }

    private GuestDetails read(Connection connection, UUID guest) {
        Inventory inventory = core.inventory();
        long version = inventory.detailsVersion(guest);
        CallContext call = CallContext.within(LIMIT);
        DomainRef known = inventory.domain(guest);
        String xml = (known == null
                        ? connection.domains().lookupByUuid(call, guest)
                        : connection.domains().of(known))
                .xml(call, EnumSet.noneOf(DomainXmlFlag.class));
        GuestDetails details = DetailsReader.read(xml);
        inventory.setDetails(guest, details, version, System.nanoTime());
        return details;
    }
}
