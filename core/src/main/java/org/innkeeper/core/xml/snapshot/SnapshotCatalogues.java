package org.innkeeper.core.xml.snapshot;

import java.util.List;
import org.innkeeper.core.xml.Catalogue;

/** All declared properties of a snapshot. */
public final class SnapshotCatalogues {
    public static final List<Catalogue> ALL = List.of(SnapshotProperties.CATALOGUE, SnapshotDiskProperties.CATALOGUE);

    private SnapshotCatalogues() {}
}
