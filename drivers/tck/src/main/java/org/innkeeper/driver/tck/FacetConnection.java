package org.innkeeper.driver.tck;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;

/** Facets that a local service lends, dressed as a connection, so that the contracts of those facets can be tried on them. */
public final class FacetConnection implements DriverConnection {
    private final Map<Class<? extends Facet>, Facet> facets;
    private final Set<Feature> features;

    /** @param facets each under its interface */
    public FacetConnection(Map<Class<? extends Facet>, Facet> facets, Set<Feature> features) {
        this.facets = Map.copyOf(facets);
        this.features = Set.copyOf(features);
    }

    @Override
    public <F extends Facet> Optional<F> facet(Class<F> kind) {
        return Optional.ofNullable(kind.cast(facets.get(kind)));
    }

    @Override
    public Set<Feature> features() {
        return features;
    }

    @Override
    public String uri() {
        return "facets:///";
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public void close() {
        // What is lent has no connection that could end.
    }
}
