package org.innkeeper.driver.qemu.lifecycle;

import org.innkeeper.core.spi.DomainFlags;

/**
 * What a change is made to.
 *
 * @param live the run
 * @param stored the definition of the next start
 */
public record Affected(boolean live, boolean stored) {
    /** What {@code AFFECT_} bits say; neither bit means whatever the guest has now. */
    public static Affected ofFlags(long flags) {
        return new Affected((flags & DomainFlags.AFFECT_LIVE) != 0, (flags & DomainFlags.AFFECT_CONFIG) != 0);
    }

    /** The same where it says something, else the run of an active guest and the definition of an inactive one. */
    public Affected resolve(Guest guest) {
        boolean active = guest.view().isActive();
        if (live && !active) {
            throw GuestErrors.wrongState(guest, "is not running");
        }
        if (stored) {
            GuestDefinitions.requirePersistent(guest);
        }
        return live || stored ? this : new Affected(active, !active);
    }

    /** The definition to read. */
    public Definition definition(Guest guest) {
        Affected resolved = resolve(guest);
        GuestView view = guest.view();
        return resolved.live() && view.isActive() ? view.active().live() : view.stored();
    }
}
