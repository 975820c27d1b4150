package org.innkeeper.app.session.host;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;

/** Keeps what is known of a connected host up to date: by its events, and by polling, a tick of which is never queued. */
final class HostWatch {
    private final HostCore core;
    private final DetailsFetcher details;
    private final BiConsumer<Connection, ErrorInfo> lost;
    private final Poller poller;
    private final Lane polling;
    private final Ticker ticker;
    private volatile PollingSettings settings = PollingSettings.standard();

    /** @param lost is told of a connection that does not answer any more */
    HostWatch(HostCore core, DetailsFetcher details, BiConsumer<Connection, ErrorInfo> lost) {
        this.core = core;
        this.details = details;
        this.lost = lost;
        poller = new Poller(core);
        polling = new Lane(core.workers().pool(), 1);
        ticker = new Ticker(core.workers().timer(), this::tick);
    }

    /** Learns what a fresh connection is and has. Events are listened to first, so that nothing is missed in between. */
    void prepare(Connection connection, CallContext call) {
        Together<NodeInfo> node =
                Together.begin(core.workers().pool(), () -> connection.node().info(call));
        if (connection.supports(Feature.EVENTS)) {
            connection.subscribe(call, event -> event(connection, event));
        }
        NodeInfo info = node.get();
        Map<Feature, ErrorInfo> absences = absences(connection);
        core.status(status -> status.withMachine(connection.features(), absences, info));
        core.inventory().wantList();
        first(connection);
    }

    private static Map<Feature, ErrorInfo> absences(Connection connection) {
        Map<Feature, ErrorInfo> absences = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            connection.absence(feature).ifPresent(why -> absences.put(feature, why));
        }
        return absences;
    }

    /** The first tick; on the lane of all ticks, where one of an earlier connection may still be ending. */
    private void first(Connection connection) {
        try {
            polling.submit(() -> {
                        poller.poll(connection);
                        return null;
                    })
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof InnkeeperException known ? known : e;
        }
    }

    void start() {
        ticker.start(settings.interval());
        details.pump();
    }

    void stop() {
        ticker.stop();
    }

    void setPolling(PollingSettings newSettings) {
        settings = newSettings;
        poller.setPolling(newSettings);
        if (ticker.running()) {
            ticker.start(newSettings.interval());
        }
    }

    private void tick() {
        Connection connection = core.connection();
        if (connection != null) {
            polling.tryRun(() -> poll(connection));
        }
    }

    private void poll(Connection connection) {
        try {
            poller.poll(connection);
            details.pump();
        } catch (InnkeeperException e) {
            pollFailed(connection, e);
        }
    }

    /** A host that is still there but could not answer keeps its connection; what is shown grows old until it can. */
    private void pollFailed(Connection connection, InnkeeperException failure) {
        if (failure.code() == ErrorCode.INVALID_CONN || !connection.isAlive()) {
            lost.accept(connection, failure.info());
        } else {
            core.status(status -> status.withState(status.state(), core.about(failure.info())));
        }
    }

    /** On the thread of the connection's events: quick, and never a call back. */
    private void event(Connection connection, ConnectionEvent event) {
        if (event instanceof ConnectionEvent.DomainLifecycle lifecycle) {
            core.inventory().event(lifecycle);
            core.changed();
        } else if (event instanceof ConnectionEvent.DomainOther other) {
            UUID guest = other.domain().uuid();
            core.inventory().forgetDetails(guest);
        } else if (event instanceof ConnectionEvent.Resync) {
            core.inventory().wantList();
        } else if (event instanceof ConnectionEvent.ConnectionClosed closed) {
            lost.accept(
                    connection, ErrorInfo.of(ErrorCode.INVALID_CONN, ErrorOrigin.NONE, "lost: " + closed.message()));
        }
    }
}
