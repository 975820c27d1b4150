package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.tck.Corpora;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rich hosts of virt-manager's tests, read where they lie. */
class VirtManagerHostsTest {
    private final CallContext context = CallContext.create();

    @ParameterizedTest
    @ValueSource(
            strings = {"testdriver.xml", "testsuite.xml", "testdefault.xml", "empty.xml", "defaultpool-collision.xml"})
    void everythingInThemCanBeRead(String name) {
        Path file = Corpora.folder("virt-manager-testdriver").resolve(name);
        long written = XmlDocument.parse(text(file)).root().elements("domain").size();
        try (DriverConnection connection = new Hosts().open("test://" + file)) {
            DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
            assertThat(domains.list(context, 0)).hasSize((int) written);
            for (DomainRef domain : domains.list(context, 0)) {
                read(connection, domains, domain);
            }
            assertThat(connection
                            .facet(StatisticsFacet.class)
                            .orElseThrow()
                            .allStats(context, java.util.List.of(), 0, 0))
                    .hasSize((int) written);
            readStorage(connection.facet(StorageFacet.class).orElseThrow());
            NetworkFacet networks = connection.facet(NetworkFacet.class).orElseThrow();
            networks.list(context, 0).forEach(network -> assertThat(networks.xml(context, network, 0))
                    .contains(network.name()));
            NodeDeviceFacet devices = connection.facet(NodeDeviceFacet.class).orElseThrow();
            for (NodeDeviceRef device : devices.list(context, 0)) {
                assertThat(devices.capabilities(context, device)).isNotEmpty();
            }
        }
    }

    private static String text(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void read(DriverConnection connection, DomainFacet domains, DomainRef domain) {
        assertThat(domains.info(context, domain).maxMemory()).isPositive();
        String stored = domains.xml(context, domain, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE);
        assertThat(XmlDocument.parse(domains.xml(context, domain, 0))
                        .root()
                        .element("name")
                        .text())
                .isEqualTo(domain.name());
        if (domains.status(context, domain).state() == DomainState.SHUT_OFF) {
            assertThat(domains.defineXml(context, stored, 0)).isEqualTo(domain);
            assertThat(domains.xml(context, domain, DomainFlags.XML_INACTIVE | DomainFlags.XML_SECURE))
                    .isEqualTo(stored);
        }
        SnapshotFacet snapshots = connection.facet(SnapshotFacet.class).orElseThrow();
        for (SnapshotRef snapshot : snapshots.list(context, domain, 0)) {
            assertThat(XmlDocument.parse(snapshots.xml(context, snapshot, 0))
                            .root()
                            .element("name")
                            .text())
                    .isEqualTo(snapshot.name());
        }
    }

    private void readStorage(StorageFacet storage) {
        for (StoragePoolRef pool : storage.listPools(context, 0)) {
            assertThat(storage.poolInfo(context, pool).capacity()).isPositive();
            for (VolumeRef volume : storage.listVolumes(context, pool)) {
                assertThat(storage.lookupVolumeByKey(context, volume.key()).name())
                        .isNotBlank();
                assertThat(storage.volumeXml(context, volume)).contains("<key>");
            }
        }
    }
}
