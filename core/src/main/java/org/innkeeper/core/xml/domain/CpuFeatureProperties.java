package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One feature of the virtual CPU that differs from its model. */
public final class CpuFeatureProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("cpu-feature", "cpu/feature");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> POLICY =
            CATALOGUE.choice("@policy", "force", "require", "optional", "disable", "forbid");

    private CpuFeatureProperties() {}
}
