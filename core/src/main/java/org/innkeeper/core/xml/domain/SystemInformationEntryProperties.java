package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** One entry of such a table. */
public final class SystemInformationEntryProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("sysinfo-entry", "sysinfo/*/entry", "sysinfo/entry");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> FILE = CATALOGUE.text("@file");
    public static final Property<String> VALUE = CATALOGUE.text("");

    private SystemInformationEntryProperties() {}
}
