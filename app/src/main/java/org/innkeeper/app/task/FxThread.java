package org.innkeeper.app.task;

import java.util.concurrent.Executor;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/** The way onto the FX thread. */
public final class FxThread {
    private FxThread() {}

    /**
     * Starts the toolkit.
     *
     * @param first runs on the FX thread as soon as there is one
     * @throws RuntimeException where no window can be shown here
     */
    public static void start(Runnable first) {
        Platform.startup(first);
    }

    /** Runs it now when this is the FX thread, else soon. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs it after what the FX thread does now. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /** For the {@code Async} methods of completion stages. */
    public static Executor executor() {
        return FxThread::run;
    }

    public static boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /**
     * An action for the FX thread that is asked for far more often than it needs to run.
     *
     * @return ask for it with {@link Coalesced#request()}, from any thread
     */
    public static Coalesced coalesce(Runnable action) {
        return new Coalesced(action, Platform::runLater);
    }

    /** Whether the program ends when its last window closes. */
    public static void exitWithLastWindow(boolean exit) {
        Platform.setImplicitExit(exit);
    }

    /** Whether windows can have corners one looks through; on Linux a compositor makes them so. */
    public static boolean seesThroughWindows() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
    }

    /** Ends the program. */
    public static void exit() {
        Platform.exit();
    }
}
