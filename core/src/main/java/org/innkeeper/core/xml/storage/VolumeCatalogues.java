package org.innkeeper.core.xml.storage;

import java.util.List;
import org.innkeeper.core.xml.Catalogue;

/** All declared properties of a storage volume. */
public final class VolumeCatalogues {
    public static final List<Catalogue> ALL = List.of(VolumeProperties.CATALOGUE, VolumeExtentProperties.CATALOGUE);

    private VolumeCatalogues() {}
}
