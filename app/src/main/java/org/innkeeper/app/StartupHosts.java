package org.innkeeper.app;

import java.util.List;
import java.util.stream.Collectors;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.host.LiveFleet;
import org.innkeeper.app.settings.HostStore;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;

/** The hosts there are at start: those of the settings, those of the command line, and at the first start those found. */
final class StartupHosts {
    private final LiveFleet fleet;
    private final HostStore store;
    private final Texts texts;
    private final ProblemList problems;

    StartupHosts(LiveFleet fleet, HostStore store, Texts texts, ProblemList problems) {
        this.fleet = fleet;
        this.store = store;
        this.texts = texts;
        this.problems = problems;
    }

    void load(CommandLineOptions options) {
        fleet.load(store.load());
        connect(options);
        if (!store.searched() && options.connect().isEmpty()) {
            search();
        }
    }

    /**
     * Adds the hosts the command line names, unless they are there; connects them. Whoever wrote the command line need not
     * be the user: a host whose URI names a program or a key waits until the user connects it, once.
     */
    void connect(CommandLineOptions options) {
        for (String uri : options.connect()) {
            HostSession known = find(uri, options.readOnly());
            List<ForeignPrograms.Item> foreign = foreign(uri);
            boolean trusted =
                    foreign.isEmpty() || known != null && known.definition().providerId() != null;
            if (!trusted) {
                problems.add(notConnected(uri, foreign));
            }
            if (known == null) {
                fleet.add(new HostDefinition(HostId.random(), uri, uri, options.readOnly(), trusted, null));
            } else if (trusted) {
                known.connect();
            }
        }
    }

    /** What cannot be read runs nothing; connecting tells what is wrong with it. */
    private static List<ForeignPrograms.Item> foreign(String uri) {
        try {
            return ForeignPrograms.of(ConnectUri.parse(uri));
        } catch (InnkeeperException e) {
            return List.of();
        }
    }

    private ErrorInfo notConnected(String uri, List<ForeignPrograms.Item> foreign) {
        String items = foreign.stream()
                .map(item -> texts.get("host.foreign." + item.use().name(), item.value()))
                .collect(Collectors.joining(", "));
        return ErrorInfo.warning(
                        ErrorCode.OPERATION_DENIED, ErrorOrigin.NONE, texts.get("host.foreign.message", uri, items))
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, uri))
                .withRemedy(texts.get("host.foreign.remedy"));
    }

    private HostSession find(String uri, boolean readOnly) {
        for (HostSession host : fleet.hosts()) {
            if (host.definition().uri().equals(uri) && host.definition().readOnly() == readOnly) {
                return host;
            }
        }
        return null;
    }

    /** Once in the life of the settings, so that a host the user removes does not come back. */
    private void search() {
        fleet.findLocalHosts().whenComplete((found, failure) -> {
            if (failure != null) {
                problems.add(Failures.info(failure));
                return;
            }
            take(found);
        });
    }

    private void take(List<FoundHost> found) {
        for (FoundHost host : found) {
            if (host.available() && find(host.uri(), false) == null) {
                String label = texts.get(host.rank() == 0 ? "host.demo" : "host.local");
                fleet.add(HostDefinition.of(host.uri(), label).withProvider(host.providerId()));
            }
        }
        store.setSearched();
    }
}
