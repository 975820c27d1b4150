package org.innkeeper.core.api.flag;

import org.innkeeper.core.spi.SnapshotFlags;

/** Which document of a snapshot to give. */
public enum SnapshotXmlFlag implements Flag {
    /** With passwords; refused on a read-only connection. */
    SECURE(SnapshotFlags.XML_SECURE);

    private final long bit;

    SnapshotXmlFlag(long bit) {
        this.bit = bit;
    }

    @Override
    public long bit() {
        return bit;
    }
}
