package org.innkeeper.core.error;

import java.util.Objects;
import java.util.UUID;

/**
 * The object an error is about: libvirt's {@code virError.dom} and {@code virError.net}, and the kinds it has no field
 * for.
 *
 * @param kind what sort of object it is
 * @param name its name, as the user knows it
 * @param uuid its UUID, or null where it has none or it is not known
 * @param id the run-time id of a domain, -1 where it is inactive or where the object is not a domain
 */
public record ErrorSubject(Kind kind, String name, UUID uuid, int id) {
    /** The sorts of object an error can be about. */
    public enum Kind {
        HOST,
        DOMAIN,
        NETWORK,
        STORAGE_POOL,
        STORAGE_VOLUME,
        NODE_DEVICE,
        SNAPSHOT,
        SECRET,
        FILE,
        PROGRAM
    }

    public ErrorSubject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** An object without UUID and id. */
    public static ErrorSubject of(Kind kind, String name) {
        return new ErrorSubject(kind, name, null, -1);
    }
}
