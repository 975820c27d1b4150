package org.innkeeper.driver.test.host;

import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.xml.XmlElement;

/** Writes snapshot documents. */
public final class SnapshotXml {
    private SnapshotXml() {}

    /** @param definition the XML of what the domain was, as the caller may see it */
    public static String of(TestSnapshot snapshot, String definition) {
        XmlElement root = XmlElement.parse("<domainsnapshot>\n</domainsnapshot>");
        child(root, "name", snapshot.name());
        if (snapshot.description() != null) {
            child(root, "description", snapshot.description());
        }
        child(root, "state", stateName(snapshot.state()));
        if (snapshot.parent() != null) {
            XmlElement parent = new XmlElement("parent");
            parent.add(new XmlElement("name").setText(snapshot.parent()));
            root.add(parent);
        }
        child(root, "creationTime", Long.toString(snapshot.creationTime()));
        root.add(new XmlElement("memory")
                .setAttribute("snapshot", memoryMode(snapshot))
                .setAttribute("file", snapshot.memoryFile()));
        if (snapshot.disksXml() != null) {
            root.add(XmlElement.parse(snapshot.disksXml()));
        } else {
            root.add(disks(snapshot));
        }
        root.add(XmlElement.parse(definition));
        return root.toText() + "\n";
    }

    private static void child(XmlElement root, String name, String text) {
        root.add(new XmlElement(name).setText(text));
    }

    private static XmlElement disks(TestSnapshot snapshot) {
        XmlElement disks = new XmlElement("disks");
        for (DiskFacts disk : snapshot.definition().facts().disks()) {
            boolean kept = !disk.isEmpty() && !disk.isReadOnlyMedium();
            disks.add(new XmlElement("disk")
                    .setAttribute("name", disk.target())
                    .setAttribute("snapshot", !kept ? "no" : snapshot.external() ? "external" : "internal"));
        }
        return disks;
    }

    private static String memoryMode(TestSnapshot snapshot) {
        if (!snapshot.wasActive()) {
            return "no";
        }
        return snapshot.memoryFile() == null ? "internal" : "external";
    }

    private static String stateName(DomainState state) {
        if (state == null) {
            return "disk-snapshot";
        }
        return switch (state) {
            case NO_STATE -> "nostate";
            case RUNNING -> "running";
            case BLOCKED -> "blocked";
            case PAUSED -> "paused";
            case SHUTTING_DOWN -> "shutdown";
            case SHUT_OFF -> "shutoff";
            case CRASHED -> "crashed";
            case PM_SUSPENDED -> "pmsuspended";
        };
    }
}
