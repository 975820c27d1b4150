package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A source of randomness. */
public final class RandomProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("rng", "devices/rng");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "virtio", "virtio-transitional", "virtio-non-transitional");
    public static final Property<Integer> RATE_BYTES = CATALOGUE.integer("rate@bytes");
    /** Milliseconds. */
    public static final Property<Integer> RATE_PERIOD = CATALOGUE.integer("rate@period");

    public static final Property<String> BACKEND = CATALOGUE.choice("backend@model", "random", "egd", "builtin");
    public static final Property<String> BACKEND_PATH = CATALOGUE.text("backend");
    public static final Property<String> BACKEND_TYPE = CATALOGUE.text("backend@type");
    public static final Property<String> PROTOCOL = CATALOGUE.text("backend/protocol@type");

    private RandomProperties() {}
}
