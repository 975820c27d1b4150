package org.innkeeper.driver.xen.unified;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final UUID WEB = UUID.randomUUID();
    private static final UUID DOMAIN_0 = new UUID(0, 0);

    private final AtomicInteger asked = new AtomicInteger();
    private long limit = 164_864;

    /** A part that lists domains and does nothing else. */
    private record Lister(String name, Supplier<List<DomainRecord>> domains) implements XenPart {
        @Override
        public Set<XenFunction> functions(CallContext context) {
            return Set.of(XenFunction.LIST_ACTIVE);
        }

        @Override
        public String absence(CallContext context) {
            return "";
        }

        @Override
        public void close() {}

        @Override
        public List<DomainRecord> activeDomains(CallContext context) {
            return domains.get();
        }
    }

    private Inventory inventory() {
        Lister hypercalls = new Lister(
                "hypercall",
                () -> List.of(
                        DomainRecord.of(0)
                                .uuid(DOMAIN_0)
                                .maxMemory(1_572_864L)
                                .state(DomainState.RUNNING)
                                .build(),
                        DomainRecord.of(3)
                                .uuid(WEB)
                                .maxMemory(limit)
                                .state(DomainState.BLOCKED)
                                .build()));
        Lister tool = new Lister("xl", () -> {
            asked.incrementAndGet();
            return List.of(
                    DomainRecord.of(0)
                            .uuid(DOMAIN_0)
                            .name("Domain-0")
                            .hvm(false)
                            .maxMemory(DomainInfo.UNLIMITED)
                            .build(),
                    DomainRecord.of(3)
                            .uuid(WEB)
                            .name("web")
                            .hvm(false)
                            .maxMemory(163_840L)
                            .build());
        });
        return new Inventory(new XenParts(List.of(tool, hypercalls)));
    }

    @Test
    void mostMemoryIsWhatTheDomainWasGivenWhateverItsBalloonDoes() {
        Inventory inventory = inventory();
        assertThat(inventory.byUuid(CallContext.create(), WEB).maxMemory()).isEqualTo(163_840);
        limit = 148_480;
        assertThat(inventory.byUuid(CallContext.create(), WEB).maxMemory()).isEqualTo(163_840);
        assertThat(inventory.byUuid(CallContext.create(), WEB).state()).isEqualTo(DomainState.BLOCKED);
    }

    @Test
    void domain0HasTheLimitOfTheHypervisor() {
        assertThat(inventory().byUuid(CallContext.create(), DOMAIN_0).maxMemory())
                .isEqualTo(1_572_864);
    }

    @Test
    void toolsAreAskedOnceForARunAndAgainAfterAChange() {
        Inventory inventory = inventory();
        inventory.all(CallContext.create());
        inventory.all(CallContext.create());
        assertThat(asked).hasValue(1);
        inventory.forget();
        assertThat(inventory.byUuid(CallContext.create(), WEB).name()).isEqualTo("web");
        assertThat(asked).hasValue(2);
    }
}
