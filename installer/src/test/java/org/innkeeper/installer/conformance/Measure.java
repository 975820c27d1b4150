package org.innkeeper.installer.conformance;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;

/** One thing that is measured in one folder: how many cases passed, and why the others did not. */
final class Measure {
    private final String folder;
    private final String name;
    private final List<String> failures = new ArrayList<>();
    private int total;

    Measure(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** What is tried for one case; it fails by throwing. */
    @FunctionalInterface
    interface Trial {
        void run() throws Exception;
    }

    /** Counts one case. */
    void check(String caseName, Trial trial) {
        total++;
        try {
            trial.run();
        } catch (Exception | AssertionError e) {
            failures.add(caseName + "\t" + oneLine(e));
        }
    }

    /** Counts one case that passes where the trial is refused with a reason. */
    void refused(String caseName, Trial trial) {
        check(caseName, () -> {
            try {
                trial.run();
            } catch (InnkeeperException e) {
                return;
            }
            throw new AssertionError("accepted, but it must be refused");
        });
    }

    private static String oneLine(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.replaceAll("\\s+", " ");
    }

    String folder() {
        return folder;
    }

    String name() {
        return name;
    }

    int total() {
        return total;
    }

    int passed() {
        return total - failures.size();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return folder + " " + name + " " + passed() + " " + total;
    }
}
