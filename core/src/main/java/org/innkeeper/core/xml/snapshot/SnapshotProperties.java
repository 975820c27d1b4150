package org.innkeeper.core.xml.snapshot;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A snapshot of a domain. */
public final class SnapshotProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("snapshot", "");

    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<String> DESCRIPTION = CATALOGUE.text("description");
    public static final Property<String> STATE = CATALOGUE.choice(
            "state",
            "nostate",
            "running",
            "blocked",
            "paused",
            "shutdown",
            "shutoff",
            "crashed",
            "pmsuspended",
            "disk-snapshot");
    /** Seconds since 1970. */
    public static final Property<Long> CREATION_TIME = CATALOGUE.number("creationTime");

    public static final Property<String> PARENT = CATALOGUE.text("parent/name");
    public static final Property<String> MEMORY = CATALOGUE.choice("memory@snapshot", "no", "internal", "external");
    public static final Property<String> MEMORY_FILE = CATALOGUE.text("memory@file");
    /** 1: the one the domain's state stems from. */
    public static final Property<Integer> ACTIVE = CATALOGUE.integer("active");

    private SnapshotProperties() {}
}
