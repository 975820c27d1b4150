package org.innkeeper.driver.storage.pool;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Test material that lies beside the project, where there is any. */
final class Corpora {
    private Corpora() {}

    static Path require(String name) {
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

    static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], i < fields.length ? fields[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }
}
