package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What the guest's clock follows. */
public final class ClockProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("clock", "clock");

    /** The dialect of 2007 for the offset. */
    public static final Property<String> SYNC = CATALOGUE.choice("@sync", "utc", "localtime");

    public static final Property<String> OFFSET =
            CATALOGUE.choice("@offset", "utc", "localtime", "timezone", "variable", "absolute");
    public static final Property<String> TIME_ZONE = CATALOGUE.text("@timezone");
    /** Seconds, or 'reset'. */
    public static final Property<String> ADJUSTMENT = CATALOGUE.text("@adjustment");

    public static final Property<String> BASIS = CATALOGUE.choice("@basis", "utc", "localtime");
    /** Seconds since 1970 at which an absolute clock starts. */
    public static final Property<Long> START = CATALOGUE.signedNumber("@start");

    private ClockProperties() {}
}
