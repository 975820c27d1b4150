package org.innkeeper.installer.conformance;

import java.util.List;
import java.util.Map;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DomainCatalogues;
import org.innkeeper.core.xml.network.NetworkCatalogues;
import org.innkeeper.core.xml.nodedevice.NodeDeviceCatalogues;
import org.innkeeper.core.xml.snapshot.SnapshotCatalogues;
import org.innkeeper.core.xml.storage.StoragePoolCatalogues;
import org.innkeeper.core.xml.storage.VolumeCatalogues;

/** Documents of real hosts, old and new, can be loaded into an editor and written back without loss. */
final class EditorSuite implements FolderSuite {
    private static final Map<String, List<Catalogue>> KINDS = Map.of(
            "domain", DomainCatalogues.ALL,
            "network", NetworkCatalogues.ALL,
            "pool", StoragePoolCatalogues.ALL,
            "volume", VolumeCatalogues.ALL,
            "domainsnapshot", SnapshotCatalogues.ALL,
            "device", NodeDeviceCatalogues.ALL);

    private final String folder;

    EditorSuite(String folder) {
        this.folder = folder;
    }

    @Override
    public String folder() {
        return folder;
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure measure = report.measure(folder, "editor-roundtrip");
        for (String name : corpora.documents()) {
            if (!name.startsWith(folder + "/")) {
                continue;
            }
            for (XmlElement definition : definitions(corpora, name)) {
                String text = definition.toText();
                measure.check(
                        name + " " + definition.line(),
                        () -> Equality.requireRoundTrip(text, KINDS.get(definition.name())));
            }
        }
    }

    /** The document itself where it is a definition, or those in the description of a made-up host. */
    private static List<XmlElement> definitions(Corpora corpora, String name) {
        try {
            XmlElement root = XmlDocument.parse(corpora.bytes(name)).root();
            List<XmlElement> candidates = root.name().equals("node") ? root.elements() : List.of(root);
            return candidates.stream()
                    .filter(candidate -> KINDS.containsKey(candidate.name()))
                    .filter(candidate -> candidate.attribute("file") == null)
                    .toList();
        } catch (InnkeeperException e) {
            // Outputs of programs stand among the documents.
            return List.of();
        }
    }
}
