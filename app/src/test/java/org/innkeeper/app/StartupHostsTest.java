package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.ServiceLoader;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.host.LiveFleet;
import org.innkeeper.app.settings.HostStore;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.DriverProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StartupHostsTest {
    @TempDir
    Path folder;

    private final ProblemList problems = new ProblemList(Clock.systemUTC());
    private Settings settings;
    private HostStore store;
    private LiveFleet fleet;
    private StartupHosts hosts;

    @BeforeEach
    void open() {
        settings = Settings.open(folder.resolve("settings.json"), problems::add);
        store = new HostStore(settings);
        fleet = new LiveFleet(
                StartupHostsTest::demoDriverOnly,
                AuthenticationCallback.NOBODY,
                new JobList(),
                problems,
                store::save,
                folder.resolve("journal"));
        hosts = new StartupHosts(fleet, store, new Texts(false), problems);
    }

    /** So that nothing of this machine is touched. */
    private static Innkeeper demoDriverOnly() {
        return Innkeeper.of(
                ServiceLoader.load(DriverProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(driver -> driver.id().equals("test"))
                        .toList(),
                List.of());
    }

    @AfterEach
    void close() {
        fleet.close();
        settings.close();
    }

    private static CommandLineOptions connect(String... uris) {
        return new CommandLineOptions(List.of(uris), false, null, null, false, null, null);
    }

    private List<String> uris() {
        return fleet.hosts().stream().map(host -> host.definition().uri()).toList();
    }

    @Test
    void theFirstStartFindsWhatThisMachineHas() {
        hosts.load(CommandLineOptions.NONE);

        await().until(() -> store.searched());
        assertThat(uris()).containsExactly("test:///default");
        assertThat(fleet.hosts().get(0).definition().label()).isEqualTo("Demo host");
    }

    @Test
    void hostsThatWereRemovedDoNotComeBack() {
        store.setSearched();

        hosts.load(CommandLineOptions.NONE);

        assertThat(uris()).isEmpty();
    }

    @Test
    void theCommandLineAddsHostsOnce() {
        store.setSearched();
        hosts.load(connect("test:///default?guests=1"));
        hosts.connect(connect("test:///default?guests=1"));

        assertThat(uris()).containsExactly("test:///default?guests=1");
        assertThat(store.load()).extracting(HostDefinition::uri).containsExactly("test:///default?guests=1");
    }

    @Test
    void aHostIsOpenedReadOnlyWhenTheCommandLineSaysSo() {
        store.setSearched();
        hosts.load(new CommandLineOptions(List.of("test:///default?guests=1"), true, null, null, false, null, null));

        HostSession host = fleet.hosts().get(0);
        assertThat(host.definition().readOnly()).isTrue();
    }

    @Test
    void whatAUriOfTheCommandLineNamesIsAskedAbout() {
        store.setSearched();
        String uri = "test+ext:///default?command=/tmp/evil";

        hosts.load(connect(uri));

        HostSession host = fleet.hosts().get(0);
        await().until(() -> host.snapshot().problem() != null);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(host.snapshot().problem().message()).contains("command=/tmp/evil");
        assertThat(host.definition().autoconnect())
                .as("a no is not asked about again at the next start")
                .isFalse();
        assertThat(store.load().get(0).unconfirmed()).containsExactly("command=/tmp/evil");
    }
}
