package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The device by which the guest says that it crashed. */
public final class PanicProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("panic", "devices/panic");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "isa", "pseries", "hyperv", "s390", "pvpanic");

    private PanicProperties() {}
}
