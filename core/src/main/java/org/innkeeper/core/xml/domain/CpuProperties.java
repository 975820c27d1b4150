package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The model and the topology of the virtual CPUs. */
public final class CpuProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("cpu", "cpu");

    public static final Property<String> MODE =
            CATALOGUE.choice("@mode", "custom", "host-model", "host-passthrough", "maximum");
    public static final Property<String> MATCH = CATALOGUE.choice("@match", "minimum", "exact", "strict");
    public static final Property<String> CHECK = CATALOGUE.choice("@check", "none", "partial", "full");
    public static final Property<Boolean> MIGRATABLE = CATALOGUE.onOff("@migratable");
    public static final Property<String> MODEL = CATALOGUE.text("model");
    public static final Property<String> FALLBACK = CATALOGUE.choice("model@fallback", "allow", "forbid");
    public static final Property<String> VENDOR_ID = CATALOGUE.text("model@vendor_id");
    public static final Property<String> VENDOR = CATALOGUE.text("vendor");
    public static final Property<Integer> SOCKETS = CATALOGUE.integer("topology@sockets");
    public static final Property<Integer> DIES = CATALOGUE.integer("topology@dies");
    public static final Property<Integer> CORES = CATALOGUE.integer("topology@cores");
    public static final Property<Integer> THREADS = CATALOGUE.integer("topology@threads");
    public static final Property<Integer> CACHE_LEVEL = CATALOGUE.integer("cache@level");
    public static final Property<String> CACHE_MODE =
            CATALOGUE.choice("cache@mode", "emulate", "passthrough", "disable");
    public static final Property<String> PHYSICAL_ADDRESS_MODE =
            CATALOGUE.choice("maxphysaddr@mode", "passthrough", "emulate");
    public static final Property<Integer> PHYSICAL_ADDRESS_BITS = CATALOGUE.integer("maxphysaddr@bits");

    private CpuProperties() {}
}
