package org.innkeeper.driver.qemu.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Test material that lies beside the project, where there is any. */
public final class Corpora {
    private Corpora() {}

    /** The directory of one corpus; the test that asks is skipped where it is not there. */
    public static Path require(String name) {
        Path root = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        String told = System.getProperty("corpora");
        Path corpora = told != null
                ? Path.of(told)
                : root == null
                        ? Path.of("corpora")
                        : root.resolveSibling("shared").resolve("corpora");
        Path corpus = corpora.resolve(name);
        assumeTrue(Files.isDirectory(corpus), "no test material at " + corpus);
        return corpus;
    }

    /** The rows of a table, by column name. */
    public static List<Map<String, String>> table(Path file) {
        List<String> lines = lines(file);
        String[] header = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], i < fields.length ? fields[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }

    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
