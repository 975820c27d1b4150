package org.innkeeper.driver.xen.part;

import java.util.Objects;
import java.util.UUID;
import org.innkeeper.core.model.DomainRef;

/**
 * A domain that a part is asked about. Some parts know it by its id, some by its UUID, some by its name; all three are
 * always there.
 *
 * @param id the number Xen gave this run, {@link DomainRef#INACTIVE} for one that does not run
 * @param uuid its handle; all zeros is Domain-0's
 * @param name its name
 */
public record DomainKey(int id, UUID uuid, String name) {
    /** The id of the domain that manages the others. */
    public static final int DOMAIN_0 = 0;

    public DomainKey {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(name, "name");
    }

    public static DomainKey of(DomainRef domain) {
        return new DomainKey(domain.id(), domain.uuid(), domain.name());
    }

    public DomainRef ref() {
        return new DomainRef(name, uuid, id);
    }

    public boolean active() {
        return id != DomainRef.INACTIVE;
    }

    /** Whether it is Domain-0, which can be neither shut down nor rebooted nor destroyed. */
    public boolean isDomain0() {
        return id == DOMAIN_0;
    }
}
