package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Shares and limits of host CPU time. */
public final class CpuTuneProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("cputune", "cputune");

    public static final Property<Long> SHARES = CATALOGUE.number("shares");
    /** Microseconds. */
    public static final Property<Long> PERIOD = CATALOGUE.number("period");
    /** Microseconds per period; negative: no limit. */
    public static final Property<Long> QUOTA = CATALOGUE.signedNumber("quota");

    public static final Property<String> EMULATOR_PIN = CATALOGUE.text("emulatorpin@cpuset");
    /** Microseconds. */
    public static final Property<Long> EMULATOR_PERIOD = CATALOGUE.number("emulator_period");
    /** Microseconds per period; negative: no limit. */
    public static final Property<Long> EMULATOR_QUOTA = CATALOGUE.signedNumber("emulator_quota");

    private CpuTuneProperties() {}
}
