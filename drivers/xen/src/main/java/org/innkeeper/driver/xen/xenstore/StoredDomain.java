package org.innkeeper.driver.xen.xenstore;

import java.util.UUID;
import org.innkeeper.driver.xen.part.DomainKey;

/** Where the store has what it knows of a domain. */
final class StoredDomain {
    static final String ALL = "/local/domain";

    private static final int UUID_LENGTH = 36;

    private StoredDomain() {}

    /** The path of a domain, or of something below it. */
    static String path(int id, String... below) {
        String path = ALL + "/" + id;
        return below.length == 0 ? path : path + "/" + String.join("/", below);
    }

    /** A number in a path or a value; -1 where it is none that is not negative. */
    static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** The same of a value that may be large, such as KiB; null where it is none. */
    static Long count(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /**
     * The UUID in the path of a virtual machine, {@code /vm/UUID}; xend adds a number to it for later runs.
     *
     * @param path null where it is not known
     * @return null where it has none
     */
    static UUID uuid(int id, String path) {
        String last = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        if (last.length() >= UUID_LENGTH) {
            try {
                return UUID.fromString(last.substring(0, UUID_LENGTH));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        return id == DomainKey.DOMAIN_0 ? new UUID(0, 0) : null;
    }
}
