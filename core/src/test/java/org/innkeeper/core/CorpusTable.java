package org.innkeeper.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.SharedCorpora;

/** A table of cases of the corpora: one header line, tabs between fields, {@code \N} for what is absent. */
public final class CorpusTable {
    private CorpusTable() {}

    /** One map from column to field per case; absent fields are null. */
    public static List<Map<String, String>> rows(Path file) {
        List<String> lines = SharedCorpora.lines(file);
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < fields.length ? unescaped(fields[i]) : null);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String unescaped(String field) {
        if (field.equals("\\N")) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && i + 1 < field.length()) {
                char next = field.charAt(++i);
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
