package org.innkeeper.app;

import java.util.List;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.host.LiveFleet;
import org.innkeeper.app.settings.HostStore;

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
     * be the user: what a URI names is asked about before it is used.
     */
    void connect(CommandLineOptions options) {
        for (String uri : options.connect()) {
            HostSession known = find(uri, options.readOnly());
            if (known == null) {
                fleet.add(HostDefinition.fromOutside(uri, HostDefinition.nameIn(uri), options.readOnly()));
            } else {
                known.connect();
            }
        }
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
