package org.innkeeper.driver.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The large collections of real documents: in {@code -Dcorpora=DIR}, or beside the project. Tests over them are skipped
 * where they are not.
 */
public final class Corpora {
    private Corpora() {}

    /** The folder of that name, or a skipped test that says what is missing. */
    public static Path folder(String name) {
        Path corpora = root();
        Assumptions.assumeTrue(
                corpora != null && Files.isDirectory(corpora.resolve(name)),
                "no corpora beside the project: ../shared/corpora/" + name);
        return corpora.resolve(name);
    }

    private static Path root() {
        String told = System.getProperty("corpora");
        if (told != null) {
            return Path.of(told);
        }
        Path project = Path.of("").toAbsolutePath();
        while (project != null && !Files.isDirectory(project.resolve(".mvn"))) {
            project = project.getParent();
        }
        return project == null ? null : project.resolveSibling("shared").resolve("corpora");
    }

    /** The rows of a table, as maps from column to field; empty where a field is missing. */
    public static List<Map<String, String>> rows(Path file) {
        List<String> lines = lines(file);
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < fields.length ? fields[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }

    public static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
