package org.innkeeper.driver.xen.part;

import java.util.Objects;
import org.innkeeper.core.model.DomainRef;

/**
 * Something that a watch saw. It is a hint: who hears it looks at the domains again.
 *
 * @param kind what happened
 * @param id the domain, {@link DomainRef#INACTIVE} where the part cannot tell which
 */
public record DomainChange(Kind kind, int id) {
    /** What happened. */
    public enum Kind {
        /** A domain was made. */
        INTRODUCED,
        /** A domain is gone, or is about to go. */
        RELEASED,
        /** A domain that runs has another name, memory or device. */
        CHANGED,
        /** A stored definition was written or removed. */
        DEFINITIONS,
        /** The watch has a gap; anything may have happened. */
        GAP
    }

    public DomainChange {
        Objects.requireNonNull(kind, "kind");
    }

    /** A change of no domain that could be named. */
    public static DomainChange of(Kind kind) {
        return new DomainChange(kind, DomainRef.INACTIVE);
    }
}
