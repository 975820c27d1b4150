package org.innkeeper.driver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageServiceProviderTest {
    @TempDir
    Path root;

    private static LocalServiceProvider provider() {
        return ServiceLoader.load(LocalServiceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().equals("storage"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allWhoAskWithOneRootShareThePools() {
        StorageFacet one = provider().lend(StorageFacet.class, root.toString()).orElseThrow();
        StorageFacet other = provider()
                .lend(StorageFacet.class, root.resolve("x/..").toString())
                .orElseThrow();
        assertThat(one).isSameAs(other);
        assertThat(provider()
                        .lend(StorageFacet.class, root.resolve("y").toString())
                        .orElseThrow())
                .isNotSameAs(one);
        assertThat(provider().lend(NetworkFacet.class, root.toString())).isEmpty();
    }

    @Test
    void itDeclaresWhatItCanDoBesides() {
        assertThat(provider().features()).containsExactly(Feature.STORAGE_STREAMS);
    }

    @Test
    void lendingTouchesNothingAndTheFirstUseMakesTheDefaultPool() {
        StorageFacet storage =
                provider().lend(StorageFacet.class, root.toString()).orElseThrow();
        assertThat(root.resolve("images")).doesNotExist();
        assertThat(storage.listPools(CallContext.create(), 0)).singleElement().satisfies(pool -> {
            assertThat(pool.name()).isEqualTo("default");
            assertThat(storage.isPoolActive(CallContext.create(), pool)).isTrue();
            assertThat(storage.poolAutostart(CallContext.create(), pool)).isTrue();
        });
        assertThat(Files.isDirectory(root.resolve("images"))).isTrue();
    }
}
