package org.innkeeper.installer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A folder laid out as the corpora's README says; what is not there is looked for in the shared half. */
final class Corpora {
    private final Path folder;
    private final Path shared;

    Corpora(Path folder, Path shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** Whether the folder itself has cases of that kind; those of the shared half do not count for another folder. */
    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** A file, from the shared half where the folder has none. */
    Path file(String name) {
        Path own = folder.resolve(name);
        return Files.exists(own) ? own : shared.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The cases of a table: a map from column to field, null where a field is absent. */
    List<Map<String, String>> table(String name) {
        List<String> lines = lines(name);
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < fields.length ? unescaped(fields[i]) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** All XML files of the folder itself, by their names from it. */
    List<String> documents() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String unescaped(String field) {
        if (field.equals("\\N")) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                out.append(c);
                continue;
            }
            char next = field.charAt(++i);
            out.append(
                    switch (next) {
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case 'r' -> '\r';
                        default -> next;
                    });
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
