package org.innkeeper.app.newguest;

import java.util.Set;

/** Names for new guests. */
final class GuestNames {
    private static final int LONGEST = 50;

    private GuestNames() {}

    /** A free name that tells where the guest comes from: from the name of a file, or {@code guest}. */
    static String suggest(String path, Set<String> taken) {
        String file = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        String base = file.replaceFirst("\\.(iso|img|qcow2|raw|vmdk|vdi|vhdx)$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        if (base.isEmpty()) {
            base = "guest";
        }
        base = base.substring(0, Math.min(base.length(), LONGEST));
        String name = base;
        for (int number = 2; taken.contains(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }
}
