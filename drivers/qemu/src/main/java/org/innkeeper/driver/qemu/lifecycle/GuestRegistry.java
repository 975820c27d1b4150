package org.innkeeper.driver.qemu.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;

/** All guests of a host. Names and UUIDs are unique; whoever adds or renames holds the registry's monitor. */
public final class GuestRegistry {
    private final Map<UUID, Guest> guests = new ConcurrentHashMap<>();

    /** All guests, ordered by name. */
    public List<Guest> all() {
        List<Guest> all = new ArrayList<>(guests.values());
        all.sort(Comparator.comparing((Guest guest) -> guest.view().name()));
        return all;
    }

    /** The guest a reference names. */
    public Guest require(DomainRef domain) {
        return byUuid(domain.uuid())
                .orElseThrow(() -> GuestErrors.notFound("'" + domain.name() + "' (" + domain.uuid() + ")"));
    }

    public Optional<Guest> byUuid(UUID uuid) {
        return Optional.ofNullable(guests.get(uuid));
    }

    public Optional<Guest> byName(String name) {
        return guests.values().stream()
                .filter(guest -> guest.view().name().equals(name)
                        || guest.view().stored().name().equals(name))
                .findFirst();
    }

    public Optional<Guest> byId(int id) {
        return guests.values().stream()
                .filter(guest ->
                        guest.view().run().filter(run -> run.id() == id).isPresent())
                .findFirst();
    }

    void add(Guest guest) {
        guests.put(guest.uuid(), guest);
    }

    void remove(Guest guest) {
        guests.remove(guest.uuid(), guest);
    }

    /** Refuses a name that belongs to another UUID, and a UUID that has another name. */
    void requireFree(UUID uuid, String name) {
        Optional<Guest> sameName = byName(name);
        if (sameName.isPresent() && !sameName.get().uuid().equals(uuid)) {
            throw taken(
                    "domain '" + name + "' already exists with uuid "
                            + sameName.get().uuid(),
                    name,
                    uuid);
        }
        Optional<Guest> sameUuid = byUuid(uuid);
        if (sameUuid.isPresent() && !sameUuid.get().view().name().equals(name)) {
            throw taken(
                    "domain '" + sameUuid.get().view().name() + "' is already defined with uuid " + uuid, name, uuid);
        }
    }

    static InnkeeperException taken(String problem, String name, UUID uuid) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.DOM_EXIST, ErrorOrigin.DOM, "operation failed: " + problem)
                .withSubject(GuestErrors.subject(name, uuid))
                .withRemedy("Choose another name, or leave the <uuid> out to get a new one."));
    }
}
