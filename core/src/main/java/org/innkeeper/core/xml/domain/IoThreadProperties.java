package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One I/O thread. */
public final class IoThreadProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("iothread", "iothreadids/iothread");

    public static final Property<Integer> ID = CATALOGUE.integer("@id");

    private IoThreadProperties() {}
}
