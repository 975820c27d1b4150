package org.innkeeper.core.spi;

import java.util.Optional;

/**
 * What this machine lends to a hypervisor driver that brings none of its own: virtual networks to hold a port in, volumes
 * to resolve, secrets. The front end composes it; a driver asks when it needs one.
 */
public interface LocalServices {
    /** A machine that lends nothing. */
    LocalServices NONE = new LocalServices() {
        @Override
        public <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot) {
            return Optional.empty();
        }
    };

    /**
     * The facet of that kind that keeps its state below {@code stateRoot}: networks, storage or secrets.
     *
     * @param stateRoot an absolute directory the driver owns
     * @return empty where this machine has no driver for it
     */
    <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot);
}
