package org.innkeeper.installer.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All measures, in the order they were begun. */
final class Report {
    private final List<Measure> measures = new ArrayList<>();

    Measure measure(String folder, String name) {
        Measure measure = new Measure(folder, name);
        measures.add(measure);
        return measure;
    }

    List<Measure> measures() {
        return measures;
    }

    /** One line per folder and measure. */
    void print(PrintStream out) {
        measures.stream().filter(Report::isWorthALine).forEach(out::println);
    }

    /** Whether a folder could be run at all is only said where it could not. */
    private static boolean isWorthALine(Measure measure) {
        boolean ran = measure.name().equals("suite") && measure.failures().isEmpty();
        return measure.total() > 0 && !ran;
    }

    /** One file per measure with failing cases, and one with all lines. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        List<String> lines = new ArrayList<>();
        for (Measure measure : measures) {
            if (!isWorthALine(measure)) {
                continue;
            }
            lines.add(measure.toString());
            Path file = directory.resolve(measure.folder() + "." + measure.name() + ".failing.tsv");
            if (measure.failures().isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.write(file, measure.failures());
            }
        }
        Files.write(directory.resolve("summary.txt"), lines);
    }
}
