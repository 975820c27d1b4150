package org.innkeeper.installer.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.xml.network.NetworkCatalogues;
import org.innkeeper.core.xml.network.NetworkCompletion;
import org.innkeeper.core.xml.network.NetworkDocument;
import org.innkeeper.core.xml.nodedevice.NodeDeviceCatalogues;
import org.innkeeper.core.xml.nodedevice.NodeDeviceCompletion;
import org.innkeeper.core.xml.nodedevice.NodeDeviceDocument;
import org.innkeeper.core.xml.snapshot.SnapshotCatalogues;
import org.innkeeper.core.xml.snapshot.SnapshotCompletion;
import org.innkeeper.core.xml.snapshot.SnapshotDocument;
import org.innkeeper.core.xml.storage.StoragePoolCatalogues;
import org.innkeeper.core.xml.storage.StoragePoolCompletion;
import org.innkeeper.core.xml.storage.StoragePoolDocument;
import org.innkeeper.core.xml.storage.VolumeCatalogues;
import org.innkeeper.core.xml.storage.VolumeCompletion;
import org.innkeeper.core.xml.storage.VolumeDocument;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.junit.jupiter.api.Test;

/**
 * Measures the program against large collections of real documents; run by {@code mvn -Pconformance verify}, with
 * {@code -Dcorpora=DIR} over another collection than the one beside the project. A failing case does not fail the run:
 * the figures are the result.
 */
class ConformanceSuite {
    private static List<FolderSuite> suites(Corpora corpora) {
        return List.of(
                new UriSuite(),
                new QemuDomainSuite(),
                new DomainSuite("generic-domain", "input"),
                new DomainSuite("domain-schema", "xml"),
                new DocumentSuite<>(
                        "network-xml",
                        NetworkCatalogues.ALL,
                        NetworkDocument::parse,
                        (document, row) -> NetworkCompletion.complete(document)),
                new DocumentSuite<>(
                        "storage-pool",
                        StoragePoolCatalogues.ALL,
                        StoragePoolDocument::parse,
                        (document, row) -> StoragePoolCompletion.complete(document)),
                new DocumentSuite<>(
                        "storage-vol",
                        VolumeCatalogues.ALL,
                        VolumeDocument::parse,
                        (document, row) -> VolumeCompletion.complete(document, poolType(corpora, row.get("pool")))),
                new DocumentSuite<>(
                        "domain-snapshot",
                        SnapshotCatalogues.ALL,
                        SnapshotDocument::parse,
                        ConformanceSuite::completeSnapshot),
                new DocumentSuite<>(
                        "node-device",
                        NodeDeviceCatalogues.ALL,
                        NodeDeviceDocument::read,
                        (document, row) -> NodeDeviceCompletion.complete(document)),
                new CapabilitiesSuite(),
                new XenSexprSuite(),
                new XenConfigSuite("xen-xm", ConfigFormat.XM),
                new XenConfigSuite("xen-xl", ConfigFormat.XL),
                new XenCapabilitiesSuite(),
                new ConfigFileSuite(),
                new OpenvzSuite(),
                new ManualSuite(),
                new XenManualSuite(),
                new TestDriverSuite(),
                new EditorSuite("qemu-2007"),
                new EditorSuite("virt-manager-edit"),
                new EditorSuite("virt-manager-testdriver"),
                new EditorSuite("virt-manager-storage"),
                new WellFormedSuite());
    }

    /** Completes the definition of a snapshot that is made; those without a time are only read back. */
    private static void completeSnapshot(SnapshotDocument document, Map<String, String> row) {
        String time = row.get("creation_time");
        if (!time.isEmpty()) {
            SnapshotCompletion.complete(document, Instant.ofEpochSecond(Long.parseLong(time)));
        }
    }

    private static String poolType(Corpora corpora, String pool) {
        return StoragePoolDocument.read(corpora.text("storage-vol/pools/" + pool + ".xml"))
                .root()
                .attribute("type");
    }

    @Test
    void measure() throws Exception {
        Path root =
                Path.of(System.getProperty("conformance.root")).toAbsolutePath().normalize();
        Path shared = root.resolveSibling("shared").resolve("corpora");
        String wanted = System.getProperty("corpora", "");
        Path folder = wanted.isEmpty() ? shared : root.resolve(wanted);
        if (!Files.isDirectory(folder)) {
            if (!wanted.isEmpty()) {
                throw new IOException("there is no folder " + folder);
            }
            System.out.println("conformance: skipped, the corpora are not beside the project (../shared/corpora)");
            return;
        }
        Corpora corpora = new Corpora(folder, shared);
        Report report = new Report();
        for (FolderSuite suite : suites(corpora)) {
            if (corpora.has(suite.folder())) {
                // One folder that cannot be read at all is a failing case, and the others are still measured.
                report.measure(suite.folder(), "suite").check(suite.folder(), () -> suite.run(corpora, report));
            }
        }
        report.print(System.out);
        report.write(root.resolve("target").resolve("conformance"));
    }
}
