package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One entry of the boot order of the machine. */
public final class BootDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("boot", "os/boot");

    public static final Property<String> DEVICE = CATALOGUE.choice("@dev", "hd", "cdrom", "network", "fd");

    private BootDeviceProperties() {}
}
