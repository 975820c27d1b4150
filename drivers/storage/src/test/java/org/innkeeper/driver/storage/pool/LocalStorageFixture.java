package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.FacetConnection;

/** Storage below a state root of its own, for the contracts. */
final class LocalStorageFixture implements DriverFixture {
    private final Path root;
    private final LocalStorage storage;

    LocalStorageFixture() {
        try {
            root = Files.createTempDirectory("innkeeper-storage");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage = new LocalStorage(root);
    }

    @Override
    public DriverConnection open() {
        return new FacetConnection(Map.of(StorageFacet.class, storage), features());
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.STORAGE, Feature.STORAGE_STREAMS);
    }

    @Override
    public String poolXml(String name, UUID uuid) {
        return "<pool type='dir'><name>" + name + "</name><uuid>" + uuid + "</uuid><target><path>"
                + root.resolve("pools").resolve(name) + "</path></target></pool>";
    }

    @Override
    public String hostPath(String name) {
        return root.resolve(name).toString();
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        throw new UnsupportedOperationException("storage has no domains");
    }

    @Override
    public boolean guestReacts() {
        return false;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
