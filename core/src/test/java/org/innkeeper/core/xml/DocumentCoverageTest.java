package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.core.xml.network.NetworkCatalogues;
import org.innkeeper.core.xml.nodedevice.NodeDeviceCatalogues;
import org.innkeeper.core.xml.snapshot.SnapshotCatalogues;
import org.innkeeper.core.xml.storage.StoragePoolCatalogues;
import org.innkeeper.core.xml.storage.VolumeCatalogues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A property that no real document has, or that does not survive being set and read again, fails the build. */
class DocumentCoverageTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("network", NetworkCatalogues.ALL),
                Arguments.of("pool", StoragePoolCatalogues.ALL),
                Arguments.of("volume", VolumeCatalogues.ALL),
                Arguments.of("domainsnapshot", SnapshotCatalogues.ALL),
                Arguments.of("device", NodeDeviceCatalogues.ALL));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyPropertyIsReadFromARealDocumentAndSurvivesAChange(String kind, List<Catalogue> catalogues) {
        PropertyCoverage coverage = new PropertyCoverage(catalogues);
        TestDocuments.of(kind).forEach(file -> coverage.probe(TestDocuments.parse(file)));
        assertThat(coverage.probes()).isPositive();
        assertThat(coverage.unmet()).isEmpty();
    }
}
