package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A trusted platform module. */
public final class TpmProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("tpm", "devices/tpm");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy");
    public static final Property<String> BACKEND =
            CATALOGUE.choice("backend@type", "passthrough", "emulator", "external");
    public static final Property<String> VERSION = CATALOGUE.choice("backend@version", "1.2", "2.0");
    public static final Property<String> DEVICE = CATALOGUE.text("backend/device@path");

    private TpmProperties() {}
}
