package org.innkeeper.installer.conformance;

import java.util.Map;
import org.innkeeper.core.xml.domain.DomainCatalogues;
import org.innkeeper.core.xml.domain.DomainDocument;

/** Definitions for no hypervisor in particular. */
final class DomainSuite implements FolderSuite {
    private final String folder;
    private final String input;

    /** @param input the column that names the document */
    DomainSuite(String folder, String input) {
        this.folder = folder;
        this.input = input;
    }

    @Override
    public String folder() {
        return folder;
    }

    @Override
    public void run(Corpora corpora, Report report) {
        if (!corpora.has(folder + "/cases.tsv")) {
            return;
        }
        Measure accept = report.measure(folder, "accept");
        Measure reject = report.measure(folder, "reject");
        Measure results = report.measure(folder, "result-to-result");
        for (Map<String, String> row : corpora.table(folder + "/cases.tsv")) {
            String text = corpora.text(folder + "/" + row.get(input));
            if (row.get("expect").endsWith("error")) {
                reject.refused(row.get("case"), () -> DomainDocument.parse(text));
                continue;
            }
            accept.check(row.get("case"), () -> DomainDocument.parse(text));
            String output = row.getOrDefault("output", "");
            String result = output.isEmpty() ? text : corpora.text(folder + "/" + output);
            results.check(row.get("case"), () -> Equality.requireRoundTrip(result, DomainCatalogues.ALL));
        }
    }
}
