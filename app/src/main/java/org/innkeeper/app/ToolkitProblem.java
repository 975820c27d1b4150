package org.innkeeper.app;

import java.util.Locale;

/** Says in one line why no window can be shown, and what to install. */
final class ToolkitProblem {
    private ToolkitProblem() {}

    static String explain(Throwable failure) {
        return explain(failure, System.getProperty("os.name"), System.getenv("DISPLAY"));
    }

    static String explain(Throwable failure, String system, String display) {
        String all = messages(failure).toLowerCase(Locale.ROOT);
        boolean linux = system.toLowerCase(Locale.ROOT).startsWith("linux");
        if (all.contains("display") || (linux && (display == null || display.isEmpty()))) {
            return "no display: DISPLAY is not set or cannot be opened. Start it in a desktop session, or under Xvfb.";
        }
        if (all.contains("gtk") || all.contains("glass")) {
            return "GTK 3 is missing. Install libgtk-3-0 (Debian, Ubuntu; libgtk-3-0t64 from Ubuntu 24.04 on)"
                    + " or gtk3 (Fedora, Arch).";
        }
        return "the window system cannot be used: " + failure.getMessage();
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause).append('\n');
        }
        return all.toString();
    }
}
