package org.innkeeper.core.xml.snapshot;

import java.time.Instant;
import org.innkeeper.core.xml.XmlElement;

/** Fills in what the definition of a snapshot leaves open, as libvirt does when it makes one. */
public final class SnapshotCompletion {
    private SnapshotCompletion() {}

    /**
     * Completes the definition of a snapshot that is made now, in place. That of an earlier one, which is defined again,
     * is complete already.
     *
     * @param now when it is made, to the second; whatever time the definition names
     */
    public static void complete(SnapshotDocument snapshot, Instant now) {
        snapshot.set(SnapshotProperties.CREATION_TIME, now.getEpochSecond());
        for (XmlElement disk : SnapshotDiskProperties.CATALOGUE.elements(snapshot.root())) {
            complete(disk);
        }
    }

    private static void complete(XmlElement disk) {
        boolean external = SnapshotDiskProperties.SNAPSHOT
                .get(disk)
                .filter("external"::equals)
                .isPresent();
        if (external && SnapshotDiskProperties.TYPE.get(disk).isEmpty()) {
            SnapshotDiskProperties.TYPE.set(disk, "file");
        }
        XmlElement driver = disk.element("driver");
        if (driver != null && driver.attributes().isEmpty() && driver.elements().isEmpty()) {
            disk.remove(driver);
        }
    }
}
