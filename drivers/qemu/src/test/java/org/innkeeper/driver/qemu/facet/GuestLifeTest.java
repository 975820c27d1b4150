package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GuestLifeTest extends GuestHostTest {
    @Test
    void startsPausesResumesAndEndsAGuest() {
        DomainRef defined = host.define("tiny");
        DomainRef running = host.domains().start(soon(), defined, 0);

        assertThat(running.id()).isPositive();
        assertThat(host.domains().status(soon(), running)).isEqualTo(new DomainStatus(DomainState.RUNNING, 1));

        host.domains().suspend(soon(), running);
        await().until(() -> host.state(running) == DomainState.PAUSED);
        host.domains().resume(soon(), running);
        await().until(() -> host.state(running) == DomainState.RUNNING);
        host.domains().destroy(soon(), running, 0);

        assertThat(host.domains().status(soon(), running)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 2));
        await().untilAsserted(() -> assertThat(host.lifecycle(defined.uuid()))
                .containsExactly(
                        DomainLifecycleType.DEFINED,
                        DomainLifecycleType.STARTED,
                        DomainLifecycleType.SUSPENDED,
                        DomainLifecycleType.RESUMED,
                        DomainLifecycleType.STOPPED));
    }
}
