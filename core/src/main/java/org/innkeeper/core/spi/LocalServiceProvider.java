package org.innkeeper.core.spi;

import java.util.Optional;

/**
 * A driver of this machine's networks, storage or secrets, found by {@link java.util.ServiceLoader}. It hands the same
 * object to all who ask with the same state root.
 */
public interface LocalServiceProvider {
    /** A short name without spaces, unique among these providers, such as {@code storage}. */
    String id();

    /** The facet, or empty where this provider does not have that kind. Does no I/O that takes time. */
    <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot);
}
