package org.innkeeper.driver.xen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases of a folder of the corpora in the test resources. */
public final class CorpusTable {
    private final String folder;

    public CorpusTable(String folder) {
        this.folder = folder;
    }

    /** A file of the folder. */
    public String text(String name) {
        try (InputStream in = CorpusTable.class.getResourceAsStream("/corpora/" + folder + "/" + name)) {
            if (in == null) {
                throw new IOException("no file " + name + " in " + folder);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the table, as maps from column to field. */
    public Stream<Map<String, String>> rows() {
        List<String> lines = text("cases.tsv").lines().toList();
        String[] columns = lines.get(0).split("\t", -1);
        return lines.stream().skip(1).filter(line -> !line.isBlank()).map(line -> {
            String[] fields = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < fields.length ? fields[i] : "");
            }
            return row;
        });
    }
}
