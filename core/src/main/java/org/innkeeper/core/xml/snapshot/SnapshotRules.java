package org.innkeeper.core.xml.snapshot;

import java.util.HashSet;
import java.util.Set;
import org.innkeeper.core.xml.DeclaredValues;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** What any snapshot's definition must keep. */
final class SnapshotRules {
    private SnapshotRules() {}

    static void check(SnapshotDocument snapshot) {
        XmlElement root = snapshot.root();
        DeclaredValues.check(root, SnapshotCatalogues.ALL);
        if (snapshot.name().startsWith(".") || snapshot.name().contains("/")) {
            throw XmlErrors.unacceptable(root.element("name"), "a name cannot start with '.' or contain '/'");
        }
        boolean file = snapshot.get(SnapshotProperties.MEMORY_FILE).isPresent();
        boolean external =
                snapshot.get(SnapshotProperties.MEMORY).orElse("external").equals("external");
        if (file && !external) {
            throw XmlErrors.unacceptable(root.element("memory"), "a 'file' is only for an external snapshot of memory");
        }
        Set<String> names = new HashSet<>();
        for (XmlElement disk : SnapshotDiskProperties.CATALOGUE.elements(root)) {
            String name = disk.attribute("name");
            if (name == null || !names.add(name)) {
                throw XmlErrors.unacceptable(disk, "each disk needs a 'name' of its own");
            }
            boolean internal = "internal".equals(disk.attribute("snapshot"));
            if (internal && disk.element("source") != null) {
                throw XmlErrors.unacceptable(disk, "an internal snapshot is in the disk itself and has no <source>");
            }
        }
    }
}
