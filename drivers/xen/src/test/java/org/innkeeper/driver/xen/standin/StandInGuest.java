package org.innkeeper.driver.xen.standin;

import java.util.List;
import java.util.UUID;

/** What the store and the kernel of a stand-in host know of a running domain, whoever made it. */
interface StandInGuest {
    int id();

    String name();

    UUID uuid();

    /** What it has now, MiB. */
    long memory();

    List<StandInDevice> devices();
}
