package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.PropertyCoverage;
import org.innkeeper.core.xml.TestDocuments;
import org.junit.jupiter.api.Test;

class DomainPropertiesTest {
    /** A property that no real document has, or that does not survive being set and read again, fails the build. */
    @Test
    void everyPropertyIsReadFromARealDocumentAndSurvivesAChange() {
        PropertyCoverage coverage = new PropertyCoverage(DomainCatalogues.ALL);
        TestDocuments.of("domain").forEach(file -> coverage.probe(TestDocuments.parse(file)));
        assertThat(coverage.unmet()).isEmpty();
    }

    @Test
    void namesAreUnique() {
        Set<String> names = new HashSet<>();
        for (Catalogue catalogue : DomainCatalogues.ALL) {
            List<Property<?>> properties = catalogue.properties();
            properties.forEach(property ->
                    assertThat(names.add(property.name())).as(property.name()).isTrue());
        }
        assertThat(names).hasSizeGreaterThan(500);
    }
}
