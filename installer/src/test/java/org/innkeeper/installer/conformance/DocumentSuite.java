package org.innkeeper.installer.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.DefinitionDocument;
import org.innkeeper.core.xml.XmlDocument;

/**
 * Documents of one kind: accepted or refused, completed as libvirt completes them, and written without loss.
 *
 * @param <D> the kind of document
 */
final class DocumentSuite<D extends DefinitionDocument<D>> implements FolderSuite {
    private final String folder;
    private final List<Catalogue> catalogues;
    private final Function<String, D> parse;
    private final BiConsumer<D, Map<String, String>> complete;

    DocumentSuite(
            String folder,
            List<Catalogue> catalogues,
            Function<String, D> parse,
            BiConsumer<D, Map<String, String>> complete) {
        this.folder = folder;
        this.catalogues = catalogues;
        this.parse = parse;
        this.complete = complete;
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
        Measure result = report.measure(folder, "input-to-result");
        Measure roundTrip = report.measure(folder, "result-to-result");
        for (Map<String, String> row : corpora.table(folder + "/cases.tsv")) {
            String name = row.get("case");
            String input = corpora.text(folder + "/" + row.get("input"));
            if (row.get("output").isEmpty()) {
                reject.refused(name, () -> parse.apply(input));
                continue;
            }
            String output = corpora.text(folder + "/" + row.get("output"));
            accept.check(name, () -> parse.apply(input));
            result.check(name, () -> {
                D document = parse.apply(input);
                complete.accept(document, row);
                Equality.requireSame(XmlDocument.parse(output), document.xml());
            });
            roundTrip.check(name, () -> {
                parse.apply(output);
                Equality.requireRoundTrip(output, catalogues);
            });
        }
    }
}
