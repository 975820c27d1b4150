package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.innkeeper.app.job.Job;
import org.innkeeper.app.job.JobKind;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostCheck;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.session.SampleReader;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CheckStep;

/** A session over a connection of the API. Its lanes keep polling, actions, what is urgent, and long jobs apart. */
final class LiveHost implements HostSession {
    private static final int JOBS_AT_ONCE = 3;

    private final HostCore core;
    private final HostOpener opener;
    private final JobList jobs;
    private final Journals journals;
    private final CreationRecovery recovery;
    private final Connector connector;
    private final HostWatch watch;
    private final DetailsFetcher details;
    private final GuestCommands commands;
    private final HostQueries queries;
    private final Workers workers;
    private volatile PollingSettings polling = PollingSettings.standard();
    private final Lane actions;
    private final Lane urgent;
    private final Lane asking;
    private final Lane working;

    /**
     * @param changed is called when the snapshot is another one
     * @param problems is told why the host is not connected
     */
    LiveHost(
            HostDefinition definition,
            HostOpener opener,
            Workers workers,
            JobList jobs,
            Journals journals,
            Runnable changed,
            Consumer<ErrorInfo> problems) {
        this.opener = opener;
        this.workers = workers;
        this.jobs = jobs;
        this.journals = journals;
        core = new HostCore(definition, workers, changed);
        recovery = new CreationRecovery(core, journals, problems);
        details = new DetailsFetcher(core);
        connector = new Connector(core, this::open, this::opened, problems);
        watch = new HostWatch(core, details, connector::lost);
        commands = new GuestCommands(core);
        queries = new HostQueries(core, commands);
        actions = new Lane(workers.pool(), 1);
        urgent = new Lane(workers.pool(), 1);
        asking = new Lane(workers.pool(), 2);
        working = new Lane(workers.pool(), JOBS_AT_ONCE);
    }

    private Connection open(CallContext call) {
        confirmPrograms(call);
        SlowOpening slow =
                new SlowOpening(workers.timer(), jobs, core.definition().label(), this::disconnect);
        try {
            return openAndPrepare(call);
        } finally {
            slow.end();
        }
    }

    private Connection openAndPrepare(CallContext call) {
        Connection connection = opener.open(core.definition(), call);
        try {
            watch.prepare(connection, call);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Nothing that came from outside is run or read before the user has seen it; a no is not asked about at each start. */
    private void confirmPrograms(CallContext call) {
        HostDefinition host = core.definition();
        if (host.toConfirm().isEmpty()) {
            return;
        }
        if (opener.allows(host, call)) {
            core.setDefinition(core.definition().confirmed());
            return;
        }
        call.check("Connecting to " + host.label());
        core.setDefinition(core.definition().withAutoconnect(false));
        throw new InnkeeperException(ErrorInfo.of(
                        ErrorCode.OPERATION_DENIED,
                        ErrorOrigin.NONE,
                        "the host " + host.label() + " was not connected: its URI comes from outside and names "
                                + host.toConfirm().stream()
                                        .map(ForeignPrograms.Item::text)
                                        .collect(Collectors.joining(", ")))
                .withRemedy("Connect it again and allow them if you trust whoever gave you the URI."));
    }

    private void opened(Connection connection) {
        HostDefinition definition = core.definition();
        if (definition.providerId() == null) {
            core.setDefinition(definition.withProvider(connection.providerId()));
        }
        watch.start();
        if (!definition.readOnly()) {
            working.submit(nothing(() -> recovery.run(connection)));
        }
    }

    void setPolling(PollingSettings ofAll) {
        polling = ofAll;
        Duration own = core.definition().polling();
        watch.setPolling(own == null ? ofAll : new PollingSettings(own, ofAll.groups()));
    }

    /** Closes the connection; the session is not used any more. */
    void close() {
        watch.stop();
        connector.disconnect();
    }

    @Override
    public HostId id() {
        return core.definition().id();
    }

    @Override
    public HostDefinition definition() {
        return core.definition();
    }

    @Override
    public HostSnapshot snapshot() {
        return core.snapshot();
    }

    @Override
    public SampleReader samples() {
        return core.sampler();
    }

    @Override
    public CompletionStage<Void> connect() {
        return connector.connect();
    }

    @Override
    public CompletionStage<Void> redefine(HostDefinition changed) {
        HostDefinition before = core.definition();
        core.setDefinition(changed);
        setPolling(polling);
        boolean sameWay = before.uri().equals(changed.uri()) && before.readOnly() == changed.readOnly();
        if (sameWay || core.status().state() == ConnectionState.DISCONNECTED) {
            return CompletableFuture.completedFuture(null);
        }
        return disconnect().thenCompose(nothing -> connect());
    }

    @Override
    public HostCheck check(Consumer<CheckStep> step) {
        return HostChecks.start(workers, call -> {
            confirmPrograms(call);
            opener.check(core.definition(), call, step);
        });
    }

    @Override
    public CompletionStage<Void> disconnect() {
        watch.stop();
        return connector.disconnect();
    }

    @Override
    public void wantDetails(Collection<GuestKey> visible) {
        details.want(visible.stream()
                .filter(guest -> guest.host().equals(id()))
                .map(GuestKey::uuid)
                .toList());
    }

    @Override
    public Pin pin(GuestKey guest) {
        return core.sampler().pin(guest.uuid());
    }

    @Override
    public CompletionStage<Void> perform(GuestAction action, GuestKey guest) {
        Lane lane = action == GuestAction.FORCE_OFF ? urgent : actions;
        return lane.submit(nothing(() -> commands.perform(action, guest.uuid())));
    }

    @Override
    public CompletionStage<String> xml(GuestKey guest, DefinitionView view) {
        return asking.submit(() -> commands.xml(guest.uuid(), view));
    }

    @Override
    public CompletionStage<GuestDetails> details(GuestKey guest) {
        return details.details(guest.uuid());
    }

    @Override
    public CompletionStage<Void> replaceDefinition(GuestKey guest, String base, String edited) {
        return actions.submit(nothing(() -> commands.replaceDefinition(guest.uuid(), base, edited)));
    }

    @Override
    public CompletionStage<GuestKey> create(NewGuest guest) {
        return work(JobKind.CREATE_GUEST, guest.name(), job -> new GuestCreation(core, journals, guest, job).run());
    }

    @Override
    public CompletionStage<Void> delete(DeleteRequest request) {
        DomainRef domain = core.inventory().domain(request.guest().uuid());
        String name = domain == null ? request.guest().uuid().toString() : domain.name();
        return work(JobKind.DELETE_GUEST, name, job -> {
            new GuestDeletion(core, request, job).run();
            return null;
        });
    }

    @Override
    public CompletionStage<Void> setAutostart(GuestKey guest, boolean autostart) {
        return actions.submit(nothing(() -> commands.setAutostart(guest.uuid(), autostart)));
    }

    @Override
    public CompletionStage<Void> rename(GuestKey guest, String newName) {
        return actions.submit(nothing(() -> commands.rename(guest.uuid(), newName)));
    }

    @Override
    public CompletionStage<HostDetails> hostDetails() {
        return asking.submit(queries::hostDetails);
    }

    @Override
    public CompletionStage<String> domainCapabilities(String emulator, String arch, String machine, String type) {
        return asking.submit(() -> queries.domainCapabilities(emulator, arch, machine, type));
    }

    @Override
    public CompletionStage<List<PoolSummary>> pools() {
        return asking.submit(queries::pools);
    }

    @Override
    public CompletionStage<List<String>> networks() {
        return asking.submit(queries::networks);
    }

    @Override
    public CompletionStage<Screenshot> screenshot(GuestKey guest) {
        return asking.submit(() -> queries.screenshot(guest.uuid()));
    }

    @Override
    public CompletionStage<List<InterfaceAddress>> addresses(GuestKey guest) {
        return asking.submit(() -> queries.addresses(guest.uuid()));
    }

    /** Does long work as a job: its end, good or bad, is told to the job before anybody else. */
    private <T> CompletableFuture<T> work(JobKind kind, String object, Function<Job, T> work) {
        Job job = jobs.begin(kind, object);
        return working.submit(() -> work.apply(job)).whenComplete((result, failure) -> {
            if (failure == null) {
                job.done();
            } else {
                job.failed(core.about(Failures.info(failure)));
            }
            core.changed();
        });
    }

    private static Supplier<Void> nothing(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
