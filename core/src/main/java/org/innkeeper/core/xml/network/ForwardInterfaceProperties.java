package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A host's device that traffic may leave by. */
public final class ForwardInterfaceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("forward-interface", "forward/interface");

    public static final Property<String> DEVICE = CATALOGUE.text("@dev");

    private ForwardInterfaceProperties() {}
}
