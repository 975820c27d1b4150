package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One timer of the machine. */
public final class TimerProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("timer", "clock/timer");

    public static final Property<String> NAME =
            CATALOGUE.choice("@name", "platform", "hpet", "kvmclock", "pit", "rtc", "tsc", "hypervclock", "armvtimer");
    public static final Property<Boolean> PRESENT = CATALOGUE.yesNo("@present");
    public static final Property<String> TICK_POLICY =
            CATALOGUE.choice("@tickpolicy", "delay", "catchup", "merge", "discard");
    public static final Property<String> TRACK = CATALOGUE.choice("@track", "boot", "guest", "wall", "realtime");
    /** Hz. */
    public static final Property<Long> FREQUENCY = CATALOGUE.number("@frequency");

    public static final Property<String> MODE =
            CATALOGUE.choice("@mode", "auto", "native", "emulate", "paravirt", "smpsafe");
    public static final Property<Long> CATCH_UP_THRESHOLD = CATALOGUE.number("catchup@threshold");
    public static final Property<Long> CATCH_UP_SLEW = CATALOGUE.number("catchup@slew");
    public static final Property<Long> CATCH_UP_LIMIT = CATALOGUE.number("catchup@limit");

    private TimerProperties() {}
}
