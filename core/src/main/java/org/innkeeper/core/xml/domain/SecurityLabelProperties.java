package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Who may touch what belongs to the guest. */
public final class SecurityLabelProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("seclabel", "seclabel", "devices/*/source/seclabel");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "dynamic", "static", "none");
    public static final Property<String> MODEL = CATALOGUE.text("@model");
    public static final Property<Boolean> RELABEL = CATALOGUE.yesNo("@relabel");
    public static final Property<String> LABEL = CATALOGUE.text("label");
    public static final Property<String> BASE_LABEL = CATALOGUE.text("baselabel");
    /** What the images are labelled with; only in the document of an active domain. */
    public static final Property<String> IMAGE_LABEL = CATALOGUE.text("imagelabel");

    public static final Property<Boolean> SKIPPED = CATALOGUE.yesNo("@labelskip");

    private SecurityLabelProperties() {}
}
