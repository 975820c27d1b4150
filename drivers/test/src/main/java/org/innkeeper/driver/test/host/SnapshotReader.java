package org.innkeeper.driver.test.host;

import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Reads snapshot documents. */
public final class SnapshotReader {
    private final DomainReader reader;

    public SnapshotReader(DomainReader reader) {
        this.reader = reader;
    }

    /**
     * A snapshot to be taken now.
     *
     * @param root {@code <domainsnapshot>}
     * @param diskOnly without memory, although the domain runs
     * @param now seconds since 1970
     */
    public TestSnapshot taken(XmlElement root, TestDomain domain, boolean diskOnly, long now) {
        String name = XmlReading.text(root, "name");
        TestSnapshot current = domain.snapshots().current();
        XmlElement memory = root.element("memory");
        String memoryMode = memory == null ? null : memory.attribute("snapshot");
        boolean withoutMemory = domain.isActive() && (diskOnly || "no".equals(memoryMode));
        return new TestSnapshot(
                name == null ? Long.toString(now) : requireName(root, name),
                current == null ? null : current.name(),
                XmlReading.text(root, "description"),
                now,
                withoutMemory ? null : domain.state(),
                "external".equals(memoryMode) ? memory.attribute("file") : null,
                withoutMemory || isExternal(root),
                domain.current(),
                disks(root));
    }

    /** A snapshot that was taken before, as its document tells. */
    public TestSnapshot redefined(XmlElement root, TestDomain domain) {
        String name = XmlReading.text(root, "name");
        if (name == null) {
            throw XmlErrors.unacceptable(root, "has no <name>, so it cannot be one that was taken before");
        }
        XmlElement parent = root.element("parent");
        XmlElement memory = root.element("memory");
        String time = XmlReading.text(root, "creationTime");
        XmlElement definition = root.element("domain");
        return new TestSnapshot(
                requireName(root, name),
                parent == null ? null : XmlReading.text(parent, "name"),
                XmlReading.text(root, "description"),
                time == null ? 0 : XmlReading.number(root.element("creationTime"), time),
                state(root),
                memory == null ? null : memory.attribute("file"),
                isExternal(root),
                definition == null ? domain.current() : reader.read(XmlDocument.parse(definition.toText())),
                disks(root));
    }

    private static String requireName(XmlElement root, String name) {
        if (name.indexOf('/') >= 0 || name.startsWith(".")) {
            throw XmlErrors.unacceptable(root.element("name"), "'" + name + "' cannot be the name of a snapshot");
        }
        return name;
    }

    private static DomainState state(XmlElement root) {
        String state = XmlReading.text(root, "state");
        if (state == null) {
            throw XmlErrors.unacceptable(root, "has no <state>");
        }
        return switch (state) {
            case "disk-snapshot" -> null;
            case "running" -> DomainState.RUNNING;
            case "blocked" -> DomainState.BLOCKED;
            case "paused" -> DomainState.PAUSED;
            case "shutdown" -> DomainState.SHUTTING_DOWN;
            case "shutoff" -> DomainState.SHUT_OFF;
            case "crashed" -> DomainState.CRASHED;
            case "pmsuspended" -> DomainState.PM_SUSPENDED;
            default -> throw XmlErrors.unacceptable(root.element("state"), "'" + state + "' is not a state");
        };
    }

    private static boolean isExternal(XmlElement root) {
        XmlElement disks = root.element("disks");
        return disks != null
                && disks.elements("disk").stream().anyMatch(disk -> "external".equals(disk.attribute("snapshot")));
    }

    private static String disks(XmlElement root) {
        XmlElement disks = root.element("disks");
        return disks == null ? null : disks.toText();
    }
}
