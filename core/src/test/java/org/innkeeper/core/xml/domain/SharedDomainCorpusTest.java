package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.innkeeper.core.CorpusTable;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.PropertyCoverage;
import org.innkeeper.core.xml.SharedCorpora;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Test;

class SharedDomainCorpusTest {
    @Test
    void everyPropertyOfEveryAcceptedDefinitionCanBeChangedAndChangedBack() {
        Path folder = SharedCorpora.folder("qemu-domain");
        PropertyCoverage coverage = new PropertyCoverage(DomainCatalogues.ALL);
        for (String name : SharedCorpora.lines(folder.resolve("core-accept.txt"))) {
            XmlDocument document = XmlDocument.parse(SharedCorpora.text(folder.resolve("in/" + name + ".xml")));
            coverage.probe(document);
            coverage.noteUnreached(document);
        }
        assertThat(coverage.probes()).isGreaterThan(5000);
        assertThat(coverage.unreached()).isSubsetOf("/domain/devices");
    }

    @Test
    void everyPartOfTheOtherCoreFilesHasAPropertyToo() {
        Path folder = SharedCorpora.folder("qemu-domain");
        Set<String> files = new TreeSet<>(SharedCorpora.lines(folder.resolve("core-reject-unbound.txt")));
        for (String name : SharedCorpora.lines(folder.resolve("core-reject.txt"))) {
            files.add("in/" + name + ".xml");
        }
        Set<String> core = Set.copyOf(SharedCorpora.lines(folder.resolve("core-xml2xml.txt")));
        for (Map<String, String> row : CorpusTable.rows(folder.resolve("xml2xml-cases.tsv"))) {
            if (core.contains(row.get("case"))) {
                files.add(row.get("input"));
                files.add(row.get("output"));
            }
        }
        PropertyCoverage coverage = new PropertyCoverage(DomainCatalogues.ALL);
        files.forEach(file -> coverage.noteUnreached(XmlDocument.parse(SharedCorpora.text(folder.resolve(file)))));
        assertThat(coverage.unreached()).isSubsetOf("/domain/devices", "/domain/devices/interface/coalesce/rx");
    }

    @Test
    void everyAcceptedDefinitionIsAcceptedAndWrittenAsItWasRead() {
        Path folder = SharedCorpora.folder("qemu-domain");
        for (String name : SharedCorpora.lines(folder.resolve("core-accept.txt"))) {
            String text = SharedCorpora.text(folder.resolve("in/" + name + ".xml"));
            assertThat(DomainDocument.parse(text).toText()).as(name).isEqualTo(text);
        }
    }

    /** The two that are accepted name NUMA nodes that the host may have: that is for the driver to know. */
    @Test
    void whatNoEmulatorCanRunIsRefusedNamingTheElement() {
        Path folder = SharedCorpora.folder("qemu-domain");
        List<String> accepted = new ArrayList<>();
        for (String name : SharedCorpora.lines(folder.resolve("core-reject-unbound.txt"))) {
            try {
                DomainDocument.parse(SharedCorpora.text(folder.resolve(name)));
                accepted.add(name);
            } catch (InnkeeperException e) {
                assertThat(e.getMessage()).as(name).matches("(?s)<[A-Za-z]+> \\(line [0-9]+, column [0-9]+\\): .+");
            }
        }
        assertThat(accepted)
                .containsExactlyInAnyOrder(
                        "in/numatune-memnode-unavailable-strict.xml", "in/numatune-static-nodeset-exceed-hostnode.xml");
    }

    @Test
    void theManualOf2007IsAccepted() {
        List<Path> examples = SharedCorpora.documents(SharedCorpora.folder("manual-2007"));
        assertThat(examples).isNotEmpty();
        for (Path example : examples) {
            XmlDocument document = XmlDocument.parse(SharedCorpora.text(example));
            if (document.root().name().equals("domain")) {
                DomainDocument.parse(document.toText());
            }
        }
    }
}
