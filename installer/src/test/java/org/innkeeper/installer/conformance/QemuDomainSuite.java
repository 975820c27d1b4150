package org.innkeeper.installer.conformance;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.innkeeper.core.xml.domain.DomainCatalogues;
import org.innkeeper.core.xml.domain.DomainDocument;

/** Definitions for QEMU: the right ones are accepted and refused, and none loses anything. */
final class QemuDomainSuite implements FolderSuite {
    @Override
    public String folder() {
        return "qemu-domain";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        if (corpora.has("qemu-domain/core-accept.txt")) {
            Measure accept = report.measure(folder(), "accept");
            Measure roundTrip = report.measure(folder(), "accept-roundtrip");
            for (String name : corpora.lines("qemu-domain/core-accept.txt")) {
                String input = "in/" + name + ".xml";
                accept.check(name, () -> DomainDocument.parse(text(corpora, input)));
                roundTrip.check(name, () -> Equality.requireRoundTrip(text(corpora, input), DomainCatalogues.ALL));
            }
        }
        if (corpora.has("qemu-domain/core-reject-unbound.txt")) {
            Measure reject = report.measure(folder(), "reject");
            for (String input : corpora.lines("qemu-domain/core-reject-unbound.txt")) {
                reject.refused(input, () -> DomainDocument.parse(text(corpora, input)));
            }
        }
        if (corpora.has("qemu-domain/argv-cases.tsv")) {
            wholeTable(corpora, report);
        }
        if (corpora.has("qemu-domain/xml2xml-cases.tsv")) {
            results(corpora, report);
        }
    }

    /** Beyond the core cases: all inputs of the table, of every architecture and for made-up emulators. */
    private void wholeTable(Corpora corpora, Report report) {
        Set<String> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (Map<String, String> row : corpora.table("qemu-domain/argv-cases.tsv")) {
            (row.get("expect").equals("ok") ? accepted : refused).add(row.get("input"));
        }
        refused.removeAll(accepted);
        Measure accept = report.measure(folder(), "accept-all");
        accepted.forEach(input -> accept.check(input, () -> DomainDocument.parse(text(corpora, input))));
        Measure reject = report.measure(folder(), "reject-all");
        refused.forEach(input -> reject.refused(input, () -> DomainDocument.parse(text(corpora, input))));
    }

    /** What libvirt wrote is read and written again without a change. */
    private void results(Corpora corpora, Report report) {
        Set<String> core = new LinkedHashSet<>();
        if (corpora.has("qemu-domain/core-xml2xml.txt")) {
            core.addAll(corpora.lines("qemu-domain/core-xml2xml.txt"));
        }
        Set<String> coreOutputs = new TreeSet<>();
        Set<String> outputs = new TreeSet<>();
        for (Map<String, String> row : corpora.table("qemu-domain/xml2xml-cases.tsv")) {
            outputs.add(row.get("output"));
            if (core.contains(row.get("case"))) {
                coreOutputs.add(row.get("output"));
            }
        }
        Measure coreResults = report.measure(folder(), "result-to-result");
        coreOutputs.forEach(output -> coreResults.check(output, () -> result(corpora, output)));
        Measure results = report.measure(folder(), "result-to-result-all");
        outputs.forEach(output -> results.check(output, () -> result(corpora, output)));
    }

    private static void result(Corpora corpora, String output) {
        DomainDocument.parse(text(corpora, output));
        Equality.requireRoundTrip(text(corpora, output), DomainCatalogues.ALL);
    }

    private static String text(Corpora corpora, String name) {
        return corpora.text("qemu-domain/" + name);
    }
}
