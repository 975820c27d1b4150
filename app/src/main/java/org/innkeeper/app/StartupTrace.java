package org.innkeeper.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes when the program reached the steps of its start, for the benchmark: one line each with milliseconds since the
 * epoch, to the file that {@code -Dinnkeeper.trace.startup} names. Without that property it does nothing.
 */
final class StartupTrace {
    private static final String FILE = System.getProperty("innkeeper.trace.startup");

    private StartupTrace() {}

    static void mark(String step) {
        if (FILE == null) {
            return;
        }
        String line = step + " " + System.currentTimeMillis() + "\n";
        try {
            Files.write(
                    Path.of(FILE),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(StartupTrace.class.getName())
                    .log(System.Logger.Level.WARNING, "the start cannot be traced: {0}", e.getMessage());
        }
    }
}
