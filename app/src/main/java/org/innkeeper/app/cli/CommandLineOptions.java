package org.innkeeper.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.innkeeper.app.settings.Preferences.Theme;

/**
 * What the command line asks for.
 *
 * @param connect URIs of hosts to connect, besides those in the settings
 * @param readOnly whether those are opened read-only
 * @param show a window to open, or null for none besides the main window
 * @param guest name, id or UUID of the guest to show, or null where the window is not a guest's
 * @param debug whether the log tells more
 * @param stateDirectory where to keep settings and state, or null for the user's directories
 * @param theme the theme of this run, or null for that of the preferences
 */
public record CommandLineOptions(
        List<String> connect,
        boolean readOnly,
        Show show,
        String guest,
        boolean debug,
        Path stateDirectory,
        Theme theme) {
    /** Windows the command line can ask for. */
    public enum Show {
        CREATOR,
        EDITOR,
        PERFORMANCE,
        CONSOLE,
        HOST_SUMMARY
    }

    /** An empty command line. */
    public static final CommandLineOptions NONE =
            new CommandLineOptions(List.of(), false, null, null, false, null, null);

    public CommandLineOptions {
        connect = List.copyOf(connect);
    }
}
