package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host CPUs one virtual CPU may run on. */
public final class VcpuPinProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("vcpupin", "cputune/vcpupin");

    public static final Property<Integer> VCPU = CATALOGUE.integer("@vcpu");
    public static final Property<String> CPUSET = CATALOGUE.text("@cpuset");

    private VcpuPinProperties() {}
}
