package org.innkeeper.core.xml.network;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What a switch is told about a port. */
public final class VirtualPortParameterProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("virtual-port", "virtualport/parameters", "portgroup/virtualport/parameters");

    public static final Property<String> PROFILE = CATALOGUE.text("@profileid");
    public static final Property<Integer> MANAGER = CATALOGUE.integer("@managerid");
    public static final Property<Long> TYPE = CATALOGUE.number("@typeid");
    public static final Property<Integer> TYPE_VERSION = CATALOGUE.integer("@typeidversion");

    private VirtualPortParameterProperties() {}
}
