package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host CPUs one I/O thread may run on. */
public final class IoThreadPinProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("iothreadpin", "cputune/iothreadpin");

    public static final Property<Integer> IOTHREAD = CATALOGUE.integer("@iothread");
    public static final Property<String> CPUSET = CATALOGUE.text("@cpuset");

    private IoThreadPinProperties() {}
}
