package org.innkeeper.driver.xen.standin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a run of the stand-in xl says on its two outputs, and its exit code. */
final class StandInXlAnswer {
    private final List<String> lines = new ArrayList<>();
    private int exit;

    StandInXlAnswer out(String text) {
        text.lines().forEach(line -> lines.add("o" + line));
        return this;
    }

    StandInXlAnswer error(String... complaints) {
        for (String complaint : complaints) {
            lines.add("e" + complaint);
        }
        return this;
    }

    StandInXlAnswer exit(int code) {
        exit = code;
        return this;
    }

    byte[] toBytes() {
        return (String.join("\n", lines) + "\nx" + exit + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** xl gives up, with these words. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exit;
        private final String[] complaints;

        Refusal(int exit, String... complaints) {
            super(String.join("; ", complaints));
            this.exit = exit;
            this.complaints = complaints;
        }

        StandInXlAnswer answer() {
            return new StandInXlAnswer().error(complaints).exit(exit);
        }
    }
}
