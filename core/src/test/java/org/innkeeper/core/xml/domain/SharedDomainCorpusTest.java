package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
