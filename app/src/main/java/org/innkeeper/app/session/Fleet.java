package org.innkeeper.app.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.innkeeper.core.spi.CheckStep;

/** All hosts. Never blocks; safe for any thread. */
public interface Fleet extends AutoCloseable {
    /** In the order of the settings. */
    List<HostSession> hosts();

    Optional<HostSession> host(HostId id);

    /** Adds a host, and connects it when it is to be connected at start. */
    HostSession add(HostDefinition definition);

    /** Closes the connection and forgets the host; its guests go on. */
    void remove(HostId id);

    FleetSnapshot snapshot();

    /**
     * Tells about changes, on a thread of the fleet: at most about ten times a second, only the newest snapshot. The
     * listener must not block.
     */
    Subscription listen(Consumer<FleetSnapshot> listener);

    /** Ends the telling. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    void setPolling(PollingSettings polling);

    /** Looks at this machine for hypervisors; what the drivers found or miss, best first. */
    CompletionStage<List<FoundHost>> findLocalHosts();

    /**
     * Which driver would serve a URI; fails where the URI has a mistake or nobody takes it, with the reason of each driver.
     * Connects to nothing.
     */
    CompletionStage<String> providerOf(String uri);

    /**
     * Goes the steps of a connection to a URI one by one, beside whatever connection there is to it already, and keeps
     * nothing open. The user may be asked for credentials.
     *
     * @param step told each step as soon as it is done, on a thread of the fleet; must not block
     */
    HostCheck check(String uri, boolean readOnly, Consumer<CheckStep> step);

    /** Closes all connections. */
    @Override
    void close();
}
