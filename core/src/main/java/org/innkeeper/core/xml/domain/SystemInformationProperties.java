package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What the guest reads in its SMBIOS or fw_cfg tables. */
public final class SystemInformationProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("sysinfo", "sysinfo");

    public static final Property<String> TYPE = CATALOGUE.choice("@type", "smbios", "fwcfg");

    private SystemInformationProperties() {}
}
