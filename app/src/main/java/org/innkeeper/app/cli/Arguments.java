package org.innkeeper.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.app.settings.Preferences.Theme;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options as picocli reads them. */
@Command(
        name = "innkeeper",
        description = "Manages virtual machines on this and other hosts.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Arguments {
    @Option(
            names = {"-c", "--connect"},
            paramLabel = "URI",
            description = "Connect this host too; may be given several times.")
    List<String> connect = new ArrayList<>();

    @Option(names = "--readonly", description = "Open the hosts of --connect read-only.")
    boolean readOnly;

    @ArgGroup(exclusive = true)
    Window window = new Window();

    @Option(names = "--state-dir", paramLabel = "DIR", description = "Keep settings and state below DIR.")
    Path stateDirectory;

    @Option(names = "--theme", paramLabel = "THEME", description = "Theme of this run: ${COMPLETION-CANDIDATES}.")
    Theme theme;

    @Option(names = "--debug", description = "Log more.")
    boolean debug;

    @Option(names = "--version", description = "Print the version and exit.")
    boolean version;

    @Option(
            names = {"-h", "--help"},
            description = "Print this and exit.")
    boolean help;

    /** At most one window to open besides the main one. */
    static final class Window {
        @Option(names = "--show-domain-creator", description = "Open the dialog for a new guest.")
        boolean creator;

        @Option(
                names = "--show-domain-editor",
                paramLabel = "NAME|ID|UUID",
                description = "Open the details of a guest.")
        String editor;

        @Option(
                names = "--show-domain-performance",
                paramLabel = "NAME|ID|UUID",
                description = "Open the charts of a guest.")
        String performance;

        @Option(
                names = "--show-domain-console",
                paramLabel = "NAME|ID|UUID",
                description = "Open the console of a guest.")
        String console;

        @Option(names = "--show-host-summary", description = "Open the details of the host.")
        boolean hostSummary;
    }
}
