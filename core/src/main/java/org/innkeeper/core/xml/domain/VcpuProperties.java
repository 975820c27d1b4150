package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One virtual CPU. */
public final class VcpuProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("vcpu", "vcpus/vcpu");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");
    public static final Property<Boolean> ENABLED = CATALOGUE.yesNo("@enabled");
    public static final Property<Boolean> HOT_PLUGGABLE = CATALOGUE.yesNo("@hotpluggable");
    public static final Property<Integer> ORDER = CATALOGUE.integer("@order");

    private VcpuProperties() {}
}
