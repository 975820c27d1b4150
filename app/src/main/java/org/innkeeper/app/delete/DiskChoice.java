package org.innkeeper.app.delete;

import java.util.List;
import org.innkeeper.app.session.DiskSummary;
import org.innkeeper.app.session.GuestSnapshot;

/**
 * A disk of a guest that is to be deleted.
 *
 * @param guest its guest
 * @param size what it takes on the host, bytes; -1 where it is not known
 * @param managed whether a pool of the host holds it
 * @param usedBy names of other guests that use it
 */
record DiskChoice(GuestSnapshot guest, DiskSummary disk, long size, boolean managed, List<String> usedBy) {
    /** Why it should stay; the key of the words, or null where it belongs to this guest alone. */
    String reasonToKeep() {
        if (!usedBy.isEmpty()) {
            return "delete.keep.used";
        }
        if (disk.device().equals("cdrom")
                || disk.path().toLowerCase(java.util.Locale.ROOT).endsWith(".iso")) {
            return "delete.keep.media";
        }
        if (disk.readOnly()) {
            return "delete.keep.readOnly";
        }
        if (disk.shareable()) {
            return "delete.keep.shared";
        }
        return managed ? null : "delete.keep.notManaged";
    }
}
