package org.innkeeper.app.session.host;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.session.HostCheck;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CheckStep;

/** All hosts, over the API. */
public final class LiveFleet implements Fleet {
    private final HostOpener opener;
    private final Workers workers = Workers.standard();
    private final Journals journals;
    private final JobList jobs;
    private final ProblemList problems;
    private final Consumer<List<HostDefinition>> store;
    private final CopyOnWriteArrayList<LiveHost> hosts = new CopyOnWriteArrayList<>();
    private final Publisher publisher;
    private volatile List<HostDefinition> stored = List.of();
    private volatile PollingSettings polling = PollingSettings.standard();

    /**
     * @param innkeeper the entry of the API; asked for on a thread of the fleet, since looking for drivers takes a moment
     * @param authentication answers what hosts want to know
     * @param store is told when the definitions of the hosts are others; on any thread
     * @param journals where unfinished work is written down
     */
    public LiveFleet(
            Supplier<Innkeeper> innkeeper,
            AuthenticationCallback authentication,
            JobList jobs,
            ProblemList problems,
            Consumer<List<HostDefinition>> store,
            Path journals) {
        this(innkeeper, HostQuestions.onlyCredentials(authentication), jobs, problems, store, journals);
    }

    /** As the other constructor; the user can also allow what URIs from outside name. */
    public LiveFleet(
            Supplier<Innkeeper> innkeeper,
            HostQuestions questions,
            JobList jobs,
            ProblemList problems,
            Consumer<List<HostDefinition>> store,
            Path journals) {
        this.opener = new HostOpener(innkeeper, questions);
        this.journals = new Journals(journals);
        this.jobs = jobs;
        this.problems = problems;
        this.store = store;
        publisher = new Publisher(
                workers, () -> hosts.stream().map(LiveHost::snapshot).toList());
    }

    /** A fleet over all the drivers that are installed; see the constructor. */
    public static LiveFleet overInstalledDrivers(
            HostQuestions questions,
            JobList jobs,
            ProblemList problems,
            Consumer<List<HostDefinition>> store,
            Path journals) {
        return new LiveFleet(Innkeeper::load, questions, jobs, problems, store, journals);
    }

    /** Takes the hosts of the settings, and connects those that are to be connected at start. */
    public void load(List<HostDefinition> definitions) {
        stored = List.copyOf(definitions);
        definitions.forEach(this::take);
        publisher.changed();
    }

    private LiveHost take(HostDefinition definition) {
        LiveHost host = new LiveHost(definition, opener, workers, jobs, journals, this::changed, problems::add);
        host.setPolling(polling);
        hosts.add(host);
        if (definition.autoconnect()) {
            // How it ends is told by the host's state and the list of problems.
            host.connect();
        }
        return host;
    }

    private void changed() {
        publisher.changed();
        storeIfChanged();
    }

    private void storeIfChanged() {
        List<HostDefinition> now = hosts.stream().map(LiveHost::definition).toList();
        synchronized (store) {
            if (now.equals(stored)) {
                return;
            }
            stored = now;
            store.accept(now);
        }
    }

    @Override
    public List<HostSession> hosts() {
        return List.copyOf(hosts);
    }

    @Override
    public Optional<HostSession> host(HostId id) {
        for (HostSession host : hosts) {
            if (host.id().equals(id)) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    @Override
    public HostSession add(HostDefinition definition) {
        LiveHost host = take(definition);
        changed();
        return host;
    }

    @Override
    public void remove(HostId id) {
        for (LiveHost host : hosts) {
            if (host.id().equals(id)) {
                hosts.remove(host);
                host.close();
            }
        }
        changed();
    }

    @Override
    public FleetSnapshot snapshot() {
        return publisher.newest();
    }

    @Override
    public Subscription listen(Consumer<FleetSnapshot> listener) {
        return publisher.listen(listener);
    }

    @Override
    public void setPolling(PollingSettings newPolling) {
        polling = newPolling;
        hosts.forEach(host -> host.setPolling(newPolling));
    }

    @Override
    public CompletionStage<List<FoundHost>> findLocalHosts() {
        return new Lane(workers.pool(), 1).submit(() -> opener.innkeeper().localHosts().stream()
                .map(offer -> new FoundHost(
                        offer.providerId(),
                        offer.host().uri(),
                        offer.host().rank(),
                        offer.host().summary()))
                .sorted(Comparator.comparingInt(FoundHost::rank).reversed())
                .toList());
    }

    @Override
    public CompletionStage<String> providerOf(String uri) {
        return new Lane(workers.pool(), 1).submit(() -> opener.innkeeper().resolve(uri));
    }

    @Override
    public HostCheck check(String uri, boolean readOnly, Consumer<CheckStep> step) {
        HostDefinition typed = new HostDefinition(HostId.random(), uri, uri, readOnly, false, null);
        return HostChecks.start(workers, call -> opener.check(typed, call, step));
    }

    @Override
    public void close() {
        hosts.forEach(LiveHost::close);
    }
}
