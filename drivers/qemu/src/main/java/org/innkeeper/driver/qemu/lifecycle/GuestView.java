package org.innkeeper.driver.qemu.lifecycle;

import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStatus;

/**
 * A guest at one moment.
 *
 * @param uuid its key
 * @param stored the definition of the next start; of a transient guest the one it was started with
 * @param persistent whether {@code stored} is on disk
 * @param autostart whether it starts with the driver
 * @param status state and reason
 * @param active its run, or null while it is inactive
 * @param updated whether {@code stored} was changed since the run began
 */
public record GuestView(
        UUID uuid,
        Definition stored,
        boolean persistent,
        boolean autostart,
        DomainStatus status,
        ActiveRun active,
        boolean updated) {
    /** The run, empty while the guest is inactive. */
    public Optional<ActiveRun> run() {
        return Optional.ofNullable(active);
    }

    public boolean isActive() {
        return active != null;
    }

    public String name() {
        return active == null ? stored.name() : active.live().name();
    }

    public DomainRef ref() {
        return new DomainRef(name(), uuid, active == null ? DomainRef.INACTIVE : active.id());
    }

    GuestView withStatus(DomainStatus newStatus) {
        return new GuestView(uuid, stored, persistent, autostart, newStatus, active, updated);
    }

    GuestView withStored(Definition newStored) {
        return new GuestView(uuid, newStored, true, autostart, status, active, active != null);
    }

    /** The same guest with another definition, whether it is on disk or not. */
    GuestView withDefinition(Definition definition) {
        return new GuestView(uuid, definition, persistent, autostart, status, active, updated);
    }

    GuestView withAutostart(boolean start) {
        return new GuestView(uuid, stored, persistent, start, status, active, updated);
    }

    GuestView asTransient() {
        return new GuestView(uuid, stored, false, false, status, active, false);
    }

    GuestView started(ActiveRun run, DomainStatus newStatus) {
        return new GuestView(uuid, stored, persistent, autostart, newStatus, run, false);
    }

    GuestView ended(DomainStatus newStatus) {
        return new GuestView(uuid, stored, persistent, autostart, newStatus, null, false);
    }
}
