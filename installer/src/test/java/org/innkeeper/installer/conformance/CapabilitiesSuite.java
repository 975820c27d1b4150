package org.innkeeper.installer.conformance;

import java.util.Map;
import org.innkeeper.core.xml.capabilities.Capabilities;

/** Capabilities of real and made-up hosts can be read. */
final class CapabilitiesSuite implements FolderSuite {
    @Override
    public String folder() {
        return "host-caps";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        if (!corpora.has("host-caps/cases.tsv")) {
            return;
        }
        Measure accept = report.measure(folder(), "read");
        for (Map<String, String> row : corpora.table("host-caps/cases.tsv")) {
            if (row.get("kind").startsWith("document")) {
                accept.check(row.get("case"), () -> Capabilities.parse(corpora.text("host-caps/" + row.get("xml"))));
            }
        }
    }
}
