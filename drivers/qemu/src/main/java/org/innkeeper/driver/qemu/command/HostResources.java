package org.innkeeper.driver.qemu.command;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What a command line takes from the host when it is written. */
interface HostResources {
    /** A free TCP port of an address, 5900 or above, which nothing listens on at this moment. */
    int freePort(String address);

    /** A name for a tap device that no device of the host has, and that was not handed out before. */
    String freeTapName();

    /** What time it is, in the host's own zone. */
    ZonedDateTime now();

    /** What lies below a qcow2 image, as its header says; empty where there is nothing or it cannot be read. */
    Optional<BackingReference> backingOf(Path image);

    /** Whether that path is a CD or DVD drive. */
    boolean isCdDrive(Path device);
}
