package org.innkeeper.driver.openvz.stats;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the kernel's tables. */
final class ProcText {
    private static final Logger LOG = System.getLogger(ProcText.class.getName());
    private static final int LONGEST = 16 << 20;

    private ProcText() {}

    /** The lines of a table, at most 16 MiB of them; none where the kernel has no such table or does not show it. */
    static List<String> lines(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} cannot be read: {1}", file, e);
            return List.of();
        }
    }

    /** A number of the kernel; -1 where it is none. */
    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // A table of another kernel: what stands there is not known.
            return -1;
        }
    }
}
