package org.innkeeper.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServiceProvider;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.StorageFacet;
import org.junit.jupiter.api.Test;

/** What this machine lends to connections whose driver has no networks, storage or secrets of its own. */
class LentFacetsTest {
    private final RecordingDriver hypervisor = new RecordingDriver();
    private final RecordingDriver machine = new RecordingDriver();
    private final List<String> roots = new ArrayList<>();

    /** Lends the facets of {@link #machine} that are named. */
    private LocalServiceProvider lender(Set<Feature> features, List<Class<? extends Facet>> kinds) {
        return new LocalServiceProvider() {
            @Override
            public String id() {
                return "lender";
            }

            @Override
            public Set<Feature> features() {
                return features;
            }

            @Override
            public <F extends Facet> Optional<F> lend(Class<F> facet, String stateRoot) {
                roots.add(stateRoot);
                return kinds.contains(facet) ? machine.facet(facet) : Optional.empty();
            }
        };
    }

    private Connection open(LocalServiceProvider... services) {
        Innkeeper innkeeper = Innkeeper.of(List.of(hypervisor), List.of(services));
        innkeeper.setErrorHandler((error, connection) -> {});
        return innkeeper.open(
                "fake:///x", OpenOptions.readWrite(), AuthenticationCallback.NOBODY, CallContext.create());
    }

    private void hypervisorHasNone() {
        hypervisor.missing.addAll(Set.of(NetworkFacet.class, StorageFacet.class, SecretFacet.class));
        hypervisor.features = EnumSet.of(Feature.DOMAIN_DEFINE);
    }

    @Test
    void lendsToADriverThatSaysWhere() {
        hypervisorHasNone();
        hypervisor.stateRoot = "/state";
        Connection connection =
                open(lender(Set.of(Feature.STORAGE_STREAMS), List.of(StorageFacet.class, DomainFacet.class)));
        assertThat(connection.features())
                .containsExactlyInAnyOrder(Feature.DOMAIN_DEFINE, Feature.STORAGE, Feature.STORAGE_STREAMS);
        connection.storage().list(CallContext.create(), Set.of());
        assertThat(machine.names()).containsExactly("listPools");
        assertThat(hypervisor.calls).isEmpty();
        assertThat(roots).containsOnly("/state");
        assertThatThrownBy(() -> connection.networks().list(CallContext.create(), Set.of()))
                .hasMessage("the driver fake does not support Networks.list");
    }

    @Test
    void lendsNothingToOneThatDoesNotAsk() {
        hypervisorHasNone();
        Connection connection = open(lender(Set.of(), List.of(StorageFacet.class)));
        assertThat(connection.features()).containsExactly(Feature.DOMAIN_DEFINE);
        assertThatThrownBy(() -> connection.storage().list(CallContext.create(), Set.of()))
                .hasMessageContaining("does not support");
        assertThat(roots).isEmpty();
    }

    @Test
    void prefersTheDriversOwn() {
        hypervisor.stateRoot = "/state";
        Connection connection = open(lender(Set.of(), List.of(StorageFacet.class)));
        connection.storage().list(CallContext.create(), Set.of());
        assertThat(hypervisor.names()).containsExactly("listPools");
        assertThat(machine.calls).isEmpty();
    }

    @Test
    void isThereForTheDriverItselfWhileItOpens() {
        open(lender(Set.of(), List.of(SecretFacet.class, DomainFacet.class)));
        assertThat(hypervisor.services.lend(SecretFacet.class, "/s")).isPresent();
        assertThat(hypervisor.services.lend(StorageFacet.class, "/s")).isEmpty();
        assertThat(hypervisor.services.lend(DomainFacet.class, "/s"))
                .as("domains are nobody's to lend")
                .isEmpty();
    }
}
