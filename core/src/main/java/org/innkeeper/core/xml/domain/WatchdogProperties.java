package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A watchdog. */
public final class WatchdogProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("watchdog", "devices/watchdog");

    public static final Property<String> MODEL = CATALOGUE.choice("@model", "i6300esb", "ib700", "diag288", "itco");
    public static final Property<String> ACTION =
            CATALOGUE.choice("@action", "reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi");

    private WatchdogProperties() {}
}
