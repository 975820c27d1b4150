package org.innkeeper.driver.test;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.innkeeper.driver.test.host.TestHost;

/** Hosts that several connections see: each is made for the first connection and thrown away with the last. */
public final class SharedHosts {
    /** The hosts of this process, as libvirt's test driver has them. */
    static final SharedHosts PROCESS = new SharedHosts();

    private final Map<String, Entry> entries;

    /** No hosts yet. */
    public SharedHosts() {
        entries = new HashMap<>();
    }

    /** The host of that key for one more connection, which must {@link #release} it. */
    synchronized TestHost acquire(String key, Supplier<TestHost> maker) {
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = new Entry(maker.get());
            entries.put(key, entry);
        }
        entry.users++;
        return entry.host;
    }

    synchronized void release(String key) {
        Entry entry = entries.get(key);
        if (--entry.users == 0) {
            entries.remove(key);
        }
    }

    /** A host and how many connections it has. */
    private static final class Entry {
        private final TestHost host;
        private int users;

        Entry(TestHost host) {
            this.host = host;
        }
    }
}
