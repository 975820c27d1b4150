package org.innkeeper.core.spi;

import java.util.Objects;

/**
 * What a driver can do on this machine.
 *
 * @param uri the URI to open, or null where there is none
 * @param rank higher is better: 0 demo, 10 emulation, 20 containers, 30 hardware virtualization, 40 this machine runs on
 *     that hypervisor
 * @param summary one line for people: what was found, or why there is nothing and what to install
 */
public record LocalHost(String uri, int rank, String summary) {
    public LocalHost {
        Objects.requireNonNull(summary, "summary");
    }

    public static LocalHost none(String reason) {
        return new LocalHost(null, -1, reason);
    }

    public boolean isAvailable() {
        return uri != null;
    }
}
