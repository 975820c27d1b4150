package org.innkeeper.installer.conformance;

import java.util.Map;
import org.innkeeper.core.config.ConfigFile;

/** Files of settings, as xm and libvirt's daemon have them: read and written as libvirt writes them, and as they are. */
final class ConfigFileSuite implements FolderSuite {
    @Override
    public String folder() {
        return "conf-file";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure written = report.measure(folder(), "canonical");
        Measure kept = report.measure(folder(), "lossless");
        for (Map<String, String> row : corpora.table("conf-file/cases.tsv")) {
            String text = corpora.text("conf-file/" + row.get("conf"));
            written.check(row.get("case"), () -> {
                String expected = corpora.text("conf-file/" + row.get("out"));
                UriSuite.requireEqual(expected, ConfigFile.parse("x.conf", text).canonical());
            });
            kept.check(
                    row.get("case"),
                    () -> UriSuite.requireEqual(
                            text, ConfigFile.parse("x.conf", text).text()));
        }
    }
}
