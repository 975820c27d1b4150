package org.innkeeper.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the log tells on the standard error: the program's own, and what libraries say. */
final class DebugLog {
    /** Held, since the log forgets the levels of loggers that nobody holds. */
    private static final Logger OURS = Logger.getLogger("org.innkeeper");

    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private DebugLog() {}

    static void enable() {
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        OURS.addHandler(console);
        OURS.setUseParentHandlers(false);
        OURS.setLevel(Level.ALL);
    }

    /** The toolkit warns at each start that it is on the class path, where it works and is meant to be. */
    static void quietToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
    }
}
