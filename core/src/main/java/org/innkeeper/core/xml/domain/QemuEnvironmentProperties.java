package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A variable in QEMU's environment. */
public final class QemuEnvironmentProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("qemu-environment", "qemu:commandline/qemu:env");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> VALUE = CATALOGUE.text("@value");

    private QemuEnvironmentProperties() {}
}
