package org.innkeeper.app;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.cli.CommandLineParser;
import org.innkeeper.app.cli.UsageException;
import org.innkeeper.app.instance.SingleInstance;
import org.innkeeper.app.settings.Directories;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;

/**
 * Where the program starts. What needs no screen is done before the toolkit is touched, so that help, a wrong command
 * line and a second start are quick and work without a display.
 */
public final class Main {
    private static final int FAILURE = 1;

    private Main() {}

    public static void main(String[] arguments) {
        StartupTrace.mark("main");
        int status = start(List.of(arguments));
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** @return the exit status, or -1 where the program runs now */
    private static int start(List<String> arguments) {
        try {
            PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
            Optional<CommandLineOptions> options =
                    new CommandLineParser(out, "Innkeeper " + Version.current()).parse(arguments);
            return options.isEmpty() ? 0 : run(options.get(), arguments);
        } catch (UsageException e) {
            return fail(CommandLineParser.USAGE, e.getMessage() + " (see --help)");
        } catch (InnkeeperException e) {
            return fail(e.info());
        } catch (CompletionException e) {
            if (e.getCause() instanceof InnkeeperException known) {
                return fail(known.info());
            }
            throw e;
        }
    }

    private static int fail(ErrorInfo error) {
        String remedy = error.remedy().map(text -> ". " + text).orElse("");
        return fail(FAILURE, error.message() + remedy);
    }

    private static int run(CommandLineOptions options, List<String> arguments) {
        if (options.debug()) {
            DebugLog.enable();
        } else {
            DebugLog.quietToolkit();
        }
        Directories directories =
                options.stateDirectory() == null ? Directories.ofUser() : Directories.below(options.stateDirectory());
        Optional<SingleInstance> instance = SingleInstance.claim(directories.state(), arguments);
        if (instance.isEmpty()) {
            return 0;
        }
        // Settings and hosts take about as long as the toolkit: both begin at once.
        CompletableFuture<InnkeeperApplication> application =
                CompletableFuture.supplyAsync(() -> prepare(options, directories, instance.get()), Main::inBackground);
        try {
            FxThread.start(() -> {});
        } catch (RuntimeException | LinkageError e) {
            return fail(FAILURE, ToolkitProblem.explain(e));
        }
        InnkeeperApplication prepared = application.join();
        FxThread.run(() -> show(prepared));
        return -1;
    }

    private static InnkeeperApplication prepare(
            CommandLineOptions options, Directories directories, SingleInstance instance) {
        InnkeeperApplication application = new InnkeeperApplication(options, directories, instance);
        application.connect();
        return application;
    }

    private static void inBackground(Runnable task) {
        new Thread(task, "prepare").start();
    }

    /** On the FX thread, which would go on without a window when this failed. */
    private static void show(InnkeeperApplication application) {
        try {
            application.start();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(Main.class.getName()).log(System.Logger.Level.DEBUG, "the windows cannot be shown", e);
            System.exit(fail(FAILURE, "the main window cannot be shown: " + e + " (--debug tells more)"));
        }
    }

    private static int fail(int status, String line) {
        System.err.println("innkeeper: " + line);
        return status;
    }
}
