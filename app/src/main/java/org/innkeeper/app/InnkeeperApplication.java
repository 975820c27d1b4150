package org.innkeeper.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.innkeeper.app.auth.CredentialQuestions;
import org.innkeeper.app.auth.LateCallback;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.cli.CommandLineParser;
import org.innkeeper.app.cli.UsageException;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.instance.SingleInstance;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.host.LiveFleet;
import org.innkeeper.app.settings.Directories;
import org.innkeeper.app.settings.HostStore;
import org.innkeeper.app.settings.Preferences;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.app.task.FleetModel;
import org.innkeeper.app.task.FxThread;

/** Puts the program together: first what needs no screen, so that hosts are connected while the toolkit starts. */
final class InnkeeperApplication {
    private final CommandLineOptions options;
    private final SingleInstance instance;
    private final Texts texts = Texts.standard();
    private final JobList jobs = new JobList();
    private final ProblemList problems = new ProblemList(Clock.systemUTC());
    private final LateCallback authentication = new LateCallback();
    private final Settings settings;
    private final LiveFleet fleet;
    private final StartupHosts startupHosts;
    private Windows windows;

    InnkeeperApplication(CommandLineOptions options, Directories directories, SingleInstance instance) {
        this.options = options;
        this.instance = instance;
        settings = Settings.open(directories.settingsFile(), problems::add);
        settings.problem().ifPresent(problems::add);
        HostStore store = new HostStore(settings);
        fleet = LiveFleet.overInstalledDrivers(
                authentication, jobs, problems, store::save, directories.state().resolve("journal"));
        startupHosts = new StartupHosts(fleet, store, texts, problems);
    }

    /** Begins to connect the hosts. From now on what runs is ended when the program ends, however it ends. */
    void connect() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        fleet.setPolling(new Preferences(settings).polling());
        startupHosts.load(options);
    }

    /** Shows the windows; on the FX thread. */
    void start() {
        StartupTrace.mark("toolkit");
        Thread.setDefaultUncaughtExceptionHandler(new UnexpectedErrors(problems, texts));
        windows = new Windows(settings, options.theme());
        AppContext context = new AppContext(
                fleet, new FleetModel(fleet), settings, jobs, problems, texts, windows.appearance(), windows);
        authentication.complete(new CredentialQuestions(context));
        windows.open(context, options);
        StartupTrace.mark("shown");
        instance.onSecondStart(arguments -> FxThread.run(() -> again(arguments)));
    }

    /** The program was started a second time. */
    private void again(List<String> arguments) {
        windows.showMain();
        try {
            // Help and version were answered where they were asked.
            Optional<CommandLineOptions> asked = new CommandLineParser(CommandLineParser.NOWHERE, "").parse(arguments);
            asked.ifPresent(wanted -> {
                startupHosts.connect(wanted);
                windows.show(wanted);
            });
        } catch (UsageException e) {
            System.getLogger(InnkeeperApplication.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "a second start asked for something unknown: {0}",
                            e.getMessage());
        }
    }

    LiveFleet fleet() {
        return fleet;
    }

    /** Ends what runs in the background; guests go on. */
    void close() {
        fleet.close();
        settings.close();
        instance.close();
    }
}
