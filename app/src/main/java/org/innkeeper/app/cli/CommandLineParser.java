package org.innkeeper.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.innkeeper.app.cli.CommandLineOptions.Show;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Reads the command line. */
public final class CommandLineParser {
    /** What a shell is told about a wrong command line. */
    public static final int USAGE = 2;

    /** For a parser that prints nothing. */
    public static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    private final PrintWriter out;
    private final String version;

    /**
     * @param out where {@code --help} and {@code --version} print
     * @param version what {@code --version} prints
     */
    public CommandLineParser(PrintWriter out, String version) {
        this.out = out;
        this.version = version;
    }

    /**
     * Reads it.
     *
     * @return empty where it only asked for something that is printed now
     * @throws UsageException where it is wrong
     */
    public Optional<CommandLineOptions> parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(CommandLineOptions.NONE);
        }
        Arguments parsed = new Arguments();
        CommandLine commandLine = new CommandLine(parsed).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            commandLine.parseArgs(arguments.toArray(new String[0]));
        } catch (ParameterException e) {
            throw new UsageException(e.getMessage().lines().findFirst().orElse("wrong command line"));
        }
        if (parsed.help) {
            commandLine.usage(out, Ansi.OFF);
            out.flush();
            return Optional.empty();
        }
        if (parsed.version) {
            out.println(version);
            out.flush();
            return Optional.empty();
        }
        return Optional.of(options(parsed));
    }

    private static CommandLineOptions options(Arguments parsed) {
        if (parsed.readOnly && parsed.connect.isEmpty()) {
            throw new UsageException("--readonly needs --connect");
        }
        Arguments.Window window = parsed.window;
        Show show = show(window);
        String guest = window.editor != null
                ? window.editor
                : window.performance != null ? window.performance : window.console;
        return new CommandLineOptions(
                parsed.connect, parsed.readOnly, show, guest, parsed.debug, parsed.stateDirectory, parsed.theme);
    }

    private static Show show(Arguments.Window window) {
        if (window.creator) {
            return Show.CREATOR;
        }
        if (window.editor != null) {
            return Show.EDITOR;
        }
        if (window.performance != null) {
            return Show.PERFORMANCE;
        }
        if (window.console != null) {
            return Show.CONSOLE;
        }
        return window.hostSummary ? Show.HOST_SUMMARY : null;
    }
}
