package org.innkeeper.core.api;

import java.util.Objects;
import org.innkeeper.core.spi.LocalHost;

/**
 * What one driver offers on this machine.
 *
 * @param providerId the driver
 * @param host what it can do here, or why it cannot
 */
public record HostOffer(String providerId, LocalHost host) {
    public HostOffer {
        Objects.requireNonNull(providerId, "providerId");
        Objects.requireNonNull(host, "host");
    }
}
