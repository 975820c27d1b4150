package org.innkeeper.driver.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;

/** The hosts this program has open: one for each state root, shared by all connections to it. */
final class OpenHosts {
    private static final OpenHosts OF_PROCESS = new OpenHosts();

    private final Map<Path, Entry> entries = new HashMap<>();

    static OpenHosts ofProcess() {
        return OF_PROCESS;
    }

    /** The host of that state root for one more connection, which must {@link #release} it. */
    synchronized EmbeddedHost acquire(Path directory) {
        Path key = canonical(directory);
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = new Entry(EmbeddedHost.open(key));
            entries.put(key, entry);
        }
        entry.users++;
        return entry.host;
    }

    synchronized void release(EmbeddedHost host) {
        Entry entry = entries.get(host.directory());
        if (entry != null && --entry.users == 0) {
            entries.remove(host.directory());
            host.close();
        }
    }

    /** Two names of one directory must not become two hosts. */
    private static Path canonical(Path directory) {
        try {
            return Files.exists(directory)
                    ? directory.toRealPath()
                    : directory.toAbsolutePath().normalize();
        } catch (IOException e) {
            // Opening it says what is wrong with it.
            return directory.toAbsolutePath().normalize();
        }
    }

    private static final class Entry {
        private final EmbeddedHost host;
        private int users;

        Entry(EmbeddedHost host) {
            this.host = host;
        }
    }
}
