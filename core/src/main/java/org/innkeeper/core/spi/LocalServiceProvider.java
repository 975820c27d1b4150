package org.innkeeper.core.spi;

import java.util.Optional;
import java.util.Set;

/**
 * A driver of this machine's networks, storage or secrets, found by {@link java.util.ServiceLoader}. It hands the same
 * object to all who ask with the same state root.
 */
public interface LocalServiceProvider {
    /** A short name without spaces, unique among these providers, such as {@code storage}. */
    String id();

    /** What its facets can do beyond being there, such as {@link Feature#STORAGE_STREAMS}. */
    default Set<Feature> features() {
        return Set.of();
    }

    /** The facet, or empty where this provider does not have that kind. Does no I/O that takes time. */
    <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot);
}
