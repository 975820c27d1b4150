package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** The host's scheduling policy for threads of the guest. */
public final class SchedulerProperties {
    public static final Catalogue CATALOGUE =
            Catalogue.of("scheduler", "cputune/vcpusched|iothreadsched|emulatorsched");

    public static final Property<String> VCPUS = CATALOGUE.text("@vcpus");
    public static final Property<String> IOTHREADS = CATALOGUE.text("@iothreads");
    public static final Property<String> SCHEDULER = CATALOGUE.choice("@scheduler", "batch", "idle", "fifo", "rr");
    public static final Property<Integer> PRIORITY = CATALOGUE.integer("@priority");

    private SchedulerProperties() {}
}
