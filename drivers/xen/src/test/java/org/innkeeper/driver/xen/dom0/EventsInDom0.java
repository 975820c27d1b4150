package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.xen.dom0.Dom0Host.await;
import static org.innkeeper.driver.xen.dom0.Dom0Host.call;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.EventFacet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What is told of guests that others start and end. */
class EventsInDom0 {
    @Test
    void guestsOfAnotherConnectionAreHeardOf(TestReporter reporter) throws Exception {
        UUID uuid = UUID.randomUUID();
        List<DomainLifecycleType> heard = new CopyOnWriteArrayList<>();
        try (Dom0Host listening = new Dom0Host();
                Dom0Host acting = new Dom0Host();
                AutoCloseable subscription = listening.facet(EventFacet.class).subscribe(call(), event -> {
                    if (event instanceof ConnectionEvent.DomainLifecycle life
                            && life.domain().uuid().equals(uuid)) {
                        heard.add(life.type());
                    }
                })) {
            assertThat(subscription).isNotNull();
            DomainRef guest = acting.domains()
                    .createXml(call(), Dom0Host.definition("dom0-events", uuid, "linux"), DomainFlags.START_PAUSED);
            long begin = System.nanoTime();
            await("its start is told").until(() -> heard.contains(DomainLifecycleType.STARTED));
            acting.domains().destroy(call(), guest, 0);
            await("its end is told").until(() -> heard.contains(DomainLifecycleType.STOPPED));
            reporter.publishEntry("heard", heard + " within " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        }
    }
}
