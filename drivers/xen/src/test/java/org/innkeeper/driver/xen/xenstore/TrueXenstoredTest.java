package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrueXenstoredTest {
    @Test
    void servesXensOwnClients() {
        try (TrueXenstored store = TrueXenstored.start()) {
            store.write("/local/domain/1/name", "web");
            store.write("/local/domain/1/memory/target", "262144");

            assertThat(store.read("/local/domain/1/name")).contains("web");
            assertThat(store.list("/local/domain/1")).containsExactlyInAnyOrder("name", "memory");
            assertThat(store.ls("/local")).contains("/local/domain/1/memory/target = \"262144\"");

            store.remove("/local/domain/1");
            assertThat(store.read("/local/domain/1/name")).isEmpty();
        }
    }

    @Test
    void isAnEmptyOneEachTime() {
        try (TrueXenstored first = TrueXenstored.start();
                TrueXenstored second = TrueXenstored.start()) {
            first.write("/only", "here");
            assertThat(second.read("/only")).isEmpty();
        }
    }
}
