package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Which sleep states the guest is offered. */
public final class PowerManagementProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("pm", "pm");

    public static final Property<Boolean> SUSPEND_TO_MEMORY = CATALOGUE.yesNo("suspend-to-mem@enabled");
    public static final Property<Boolean> SUSPEND_TO_DISK = CATALOGUE.yesNo("suspend-to-disk@enabled");

    private PowerManagementProperties() {}
}
