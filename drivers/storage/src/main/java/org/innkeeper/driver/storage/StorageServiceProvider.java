package org.innkeeper.driver.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.driver.storage.pool.LocalStorage;

/** Lends the storage pools of this machine. All who ask with one state root share the same pools. */
public final class StorageServiceProvider implements LocalServiceProvider {
    private static final Map<Path, LocalStorage> OPEN = new ConcurrentHashMap<>();

    @Override
    public String id() {
        return "storage";
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.STORAGE_STREAMS);
    }

    @Override
    public <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot) {
        if (facet != StorageFacet.class) {
            return Optional.empty();
        }
        Path root = Path.of(stateRoot).toAbsolutePath().normalize();
        return Optional.of(facet.cast(OPEN.computeIfAbsent(root, LocalStorage::new)));
    }
}
