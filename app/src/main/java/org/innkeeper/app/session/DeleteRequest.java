package org.innkeeper.app.session;

import java.util.Objects;
import java.util.Set;

/**
 * A guest to delete.
 *
 * @param guest who; one that runs is forced off first
 * @param storage paths of disks to delete as well, each a path of {@link DiskSummary}; empty keeps all storage
 */
public record DeleteRequest(GuestKey guest, Set<String> storage) {
    public DeleteRequest {
        Objects.requireNonNull(guest, "guest");
        storage = Set.copyOf(storage);
    }
}
