package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.ConnectionEvent.DomainOther;
import org.innkeeper.core.spi.DeviceFacet;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.MetadataFacet;
import org.junit.jupiter.api.Test;

/** What is told besides the life of domains, and what happens to events nobody takes. */
class EventQueueTest extends PlainHost {
    private static final int MORE_THAN_THE_QUEUE_HOLDS = 5_000;

    private final List<ConnectionEvent> heard = new CopyOnWriteArrayList<>();

    @Test
    void tooManyEventsBecomeOneResync() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        AutoCloseable subscription = facet(EventFacet.class).subscribe(context, event -> {
            heard.add(event);
            reached.countDown();
            awaitQuietly(held);
        });
        domains.reboot(context, test, 0);
        assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < MORE_THAN_THE_QUEUE_HOLDS; i++) {
            domains.reboot(context, test, 0);
        }
        held.countDown();

        Awaitility.await().untilAsserted(() -> assertThat(heard)
                .filteredOn(ConnectionEvent.Resync.class::isInstance)
                .hasSize(1));
        assertThat(heard.size()).isLessThan(MORE_THAN_THE_QUEUE_HOLDS);
        subscription.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void changesOfAGuestAreTold() throws Exception {
        AutoCloseable subscription = facet(EventFacet.class).subscribe(context, heard::add);
        domains.setMemory(context, test, 1_048_576, 1);
        facet(DeviceFacet.class).attach(context, test, "<disk><source file='/x'/><target dev='vdb'/></disk>", 1);
        facet(DeviceFacet.class).detach(context, test, "<disk><target dev='vdb'/></disk>", 1);
        facet(MetadataFacet.class).setMetadata(context, test, 1, "title", null, null, 1);

        Awaitility.await().untilAsserted(() -> assertThat(heard)
                .containsExactly(
                        new DomainOther(test, DomainOther.BALLOON_CHANGE, Map.of("actual", 1_048_576L)),
                        new DomainOther(test, DomainOther.DEVICE_ADDED, Map.of("devAlias", "disk-vdb")),
                        new DomainOther(test, DomainOther.DEVICE_REMOVED, Map.of("devAlias", "disk-vdb")),
                        new DomainOther(test, DomainOther.METADATA_CHANGE, Map.of("type", 1))));
        subscription.close();
    }
}
