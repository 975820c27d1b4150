package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.StatsFlag;
import org.innkeeper.core.api.flag.StatsGroup;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.PeerInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StatisticsFacet;

/** An open connection to a host: libvirt's {@code virConnect}. Safe for any thread. */
public final class Connection implements AutoCloseable {
    private final ConnectionCore core;
    private final Domains domains;
    private final Node node;
    private final Networks networks;
    private final Storage storage;
    private final NodeDevices nodeDevices;
    private final Secrets secrets;

    Connection(
            DriverConnection driver, String providerId, boolean readOnly, LentFacets lent, ErrorDelivery globalErrors) {
        core = new ConnectionCore(this, driver, providerId, readOnly, lent, globalErrors);
        domains = new Domains(core);
        node = new Node(core);
        networks = new Networks(core);
        storage = new Storage(core);
        nodeDevices = new NodeDevices(core);
        secrets = new Secrets(core);
    }

    /** The URI that opens the same host again: {@code virConnectGetURI}. */
    public String uri() {
        return core.driver().uri();
    }

    /** Which driver serves it: give it to {@link Innkeeper#openWith} to get the same one again. */
    public String providerId() {
        return core.providerId();
    }

    /** Whether it was opened only to look. */
    public boolean isReadOnly() {
        return core.isReadOnly();
    }

    /** Whether it is open and the host still answers, as far as is known without asking it: {@code virConnectIsAlive}. */
    public boolean isAlive() {
        return !core.isClosed() && core.driver().isAlive();
    }

    /** {@code virConnectIsEncrypted}. */
    public boolean isEncrypted() {
        return core.driver().isEncrypted();
    }

    /** Whether nobody can listen: {@code virConnectIsSecure}. */
    public boolean isSecure() {
        return core.driver().isSecure();
    }

    /** How the host is reached, and by what it proved who it is. */
    public PeerInfo peer() {
        return core.driver().peer();
    }

    /** What the driver, and what this machine lends to it, can do; unmodifiable, always the same. */
    public Set<Feature> features() {
        return core.features();
    }

    public boolean supports(Feature feature) {
        return core.features().contains(feature);
    }

    /** Why the host lacks a function, where its driver has more to tell than that; empty for those it has. */
    public Optional<ErrorInfo> absence(Feature feature) {
        return supports(feature) ? Optional.empty() : core.driver().absence(feature);
    }

    /** The domains of the host. */
    public Domains domains() {
        return domains;
    }

    /** The host itself. */
    public Node node() {
        return node;
    }

    /** The virtual networks of the host. */
    public Networks networks() {
        return networks;
    }

    /** The storage pools and volumes of the host. */
    public Storage storage() {
        return storage;
    }

    /** The devices of the host. */
    public NodeDevices nodeDevices() {
        return nodeDevices;
    }

    /** The secrets of the host. */
    public Secrets secrets() {
        return secrets;
    }

    /**
     * The statistics of many domains in one call: {@code virConnectGetAllDomainStats}, {@code virDomainListGetStats}. A
     * domain that vanishes meanwhile is left out.
     *
     * @param of whom to ask, or empty for all that the filters let through
     * @param groups what to read, or empty for all groups
     */
    public List<DomainStats> allStats(
            CallContext context,
            List<DomainRef> of,
            Set<StatsGroup> groups,
            Set<StatsFlag> flags,
            Set<DomainFilter> filters) {
        return new Call<>(core, StatisticsFacet.class, "Connection.allStats", null)
                .needs(Feature.STATS_BULK)
                .notNull("of", of)
                .notNull("groups", groups)
                .notNull("flags", flags)
                .notNull("filters", filters)
                .get(
                        context,
                        (facet, c) -> facet.allStats(c, of, groupBits(groups), Flag.bits(flags) | Flag.bits(filters)));
    }

    private static long groupBits(Set<StatsGroup> groups) {
        return Flag.bits(groups.isEmpty() ? Set.of(StatsGroup.values()) : groups);
    }

    /**
     * Begins to deliver events: {@code virConnectDomainEventRegisterAny} and its kin. Listeners are called on one thread, in
     * the order in which things happened; they must neither block nor call back.
     */
    public Subscription subscribe(CallContext context, Consumer<ConnectionEvent> listener) {
        return new Call<>(core, EventFacet.class, "Connection.subscribe", null)
                .notNull("listener", listener)
                .get(context, (facet, c) -> EventSubscription.begin(facet, c, listener));
    }

    /** Subscribes without a limit of time. */
    public Subscription subscribe(Consumer<ConnectionEvent> listener) {
        return subscribe(CallContext.create(), listener);
    }

    /**
     * Sets who is told errors and warnings of this connection: {@code virConnSetErrorFunc}.
     *
     * @param handler or null for the global one
     */
    public void setErrorHandler(ErrorHandler handler) {
        core.errors().setHandler(handler);
    }

    /** The last error or warning of this connection, of any thread: {@code virConnGetLastError}. */
    public Optional<ErrorInfo> lastError() {
        return core.errors().last();
    }

    /** Forgets the last error: {@code virConnResetLastError}. */
    public void resetLastError() {
        core.errors().reset();
    }

    /**
     * Ends the connection: {@code virConnectClose}. Guests go on. Calls that wait, on any thread, end with
     * {@link org.innkeeper.core.error.ConnectionClosedException}. Calling it again does nothing.
     */
    @Override
    public void close() {
        try {
            core.close();
        } catch (RuntimeException e) {
            throw core.failed(e, "Connection.close", null);
        }
    }

    @Override
    public String toString() {
        return "Connection[" + Objects.toString(uri()) + ", " + providerId() + (isReadOnly() ? ", read-only]" : "]");
    }

    ConnectionCore core() {
        return core;
    }
}
