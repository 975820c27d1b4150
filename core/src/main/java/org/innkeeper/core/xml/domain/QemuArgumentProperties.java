package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** An argument passed to QEMU as it stands. */
public final class QemuArgumentProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("qemu-argument", "qemu:commandline/qemu:arg");

    public static final Property<String> VALUE = CATALOGUE.text("@value");

    private QemuArgumentProperties() {}
}
