package org.innkeeper.core.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.StorageFacet;

/** What this machine lends: the networks, storage and secrets of the local service providers, asked in their order. */
final class LentFacets implements LocalServices {
    private static final Map<Class<? extends Facet>, Feature> KINDS = Map.of(
            NetworkFacet.class, Feature.NETWORKS,
            StorageFacet.class, Feature.STORAGE,
            SecretFacet.class, Feature.SECRETS);

    private final List<LocalServiceProvider> providers;

    LentFacets(List<LocalServiceProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    @Override
    public <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot) {
        if (!KINDS.containsKey(facet)) {
            return Optional.empty();
        }
        return providers.stream()
                .flatMap(provider -> provider.lend(facet, stateRoot).stream())
                .findFirst();
    }

    /** The facet for a connection that wants one lent. */
    <F extends Facet> Optional<F> lendTo(DriverConnection driver, Class<F> facet) {
        return driver.stateRoot().flatMap(root -> lend(facet, root));
    }

    /** The features that a connection has by what is lent to it. */
    Set<Feature> featuresFor(DriverConnection driver) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        driver.stateRoot()
                .ifPresent(root -> KINDS.forEach((kind, feature) -> {
                    if (driver.facet(kind).isEmpty()) {
                        providers.stream()
                                .filter(provider -> provider.lend(kind, root).isPresent())
                                .findFirst()
                                .ifPresent(provider -> {
                                    features.add(feature);
                                    features.addAll(provider.features());
                                });
                    }
                }));
        return features;
    }
}
