package org.innkeeper.app;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the program's own log tell more, on the standard error. */
final class DebugLog {
    /** Held, since the log forgets the levels of loggers that nobody holds. */
    private static final Logger OURS = Logger.getLogger("org.innkeeper");

    private DebugLog() {}

    static void enable() {
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        OURS.addHandler(console);
        OURS.setUseParentHandlers(false);
        OURS.setLevel(Level.ALL);
    }
}
