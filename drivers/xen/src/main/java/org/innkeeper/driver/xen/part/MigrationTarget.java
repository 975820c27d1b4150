package org.innkeeper.driver.xen.part;

import java.util.Objects;

/**
 * Where a domain is sent.
 *
 * @param host name or address of the other Xen host
 * @param port 1 to 65535, 0 for the usual one
 * @param live whether it runs on while it is sent
 * @param bandwidth the most to send, MiB/s, 0 for no limit
 * @param newName its name over there, null for the same
 */
public record MigrationTarget(String host, int port, boolean live, long bandwidth, String newName) {
    public MigrationTarget {
        Objects.requireNonNull(host, "host");
    }
}
