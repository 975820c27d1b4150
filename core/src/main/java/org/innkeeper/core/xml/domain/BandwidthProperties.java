package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Limits of a network card; KiB per second, bursts in KiB. */
public final class BandwidthProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("bandwidth", "devices/interface/bandwidth");

    public static final Property<Long> INBOUND_AVERAGE = CATALOGUE.number("inbound@average");
    public static final Property<Long> INBOUND_PEAK = CATALOGUE.number("inbound@peak");
    public static final Property<Long> INBOUND_FLOOR = CATALOGUE.number("inbound@floor");
    public static final Property<Long> INBOUND_BURST = CATALOGUE.number("inbound@burst");
    public static final Property<Long> OUTBOUND_AVERAGE = CATALOGUE.number("outbound@average");
    public static final Property<Long> OUTBOUND_PEAK = CATALOGUE.number("outbound@peak");
    public static final Property<Long> OUTBOUND_BURST = CATALOGUE.number("outbound@burst");

    private BandwidthProperties() {}
}
