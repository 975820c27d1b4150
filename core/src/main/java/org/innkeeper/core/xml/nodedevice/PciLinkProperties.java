package org.innkeeper.core.xml.nodedevice;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A PCI Express link; what it can do, and what it does now. */
public final class PciLinkProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("pci-link", "capability/pci-express/link");

    public static final Property<String> VALIDITY = CATALOGUE.choice("@validity", "cap", "sta");
    public static final Property<Integer> PORT = CATALOGUE.integer("@port");
    public static final Property<String> SPEED = CATALOGUE.text("@speed");
    public static final Property<Integer> WIDTH = CATALOGUE.integer("@width");

    private PciLinkProperties() {}
}
