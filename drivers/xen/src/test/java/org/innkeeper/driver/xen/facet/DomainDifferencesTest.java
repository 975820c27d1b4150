package org.innkeeper.driver.xen.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.junit.jupiter.api.Test;

class DomainDifferencesTest {
    private static final UUID WEB = UUID.randomUUID();

    private static Map<UUID, DomainRecord> one(int id, DomainState state, boolean stored) {
        return Map.of(
                WEB,
                DomainRecord.of(id)
                        .uuid(WEB)
                        .name("web")
                        .state(state)
                        .stored(stored)
                        .build());
    }

    private static List<DomainLifecycleType> types(Map<UUID, DomainRecord> before, Map<UUID, DomainRecord> now) {
        return DomainDifferences.between(before, now).stream()
                .map(event -> ((ConnectionEvent.DomainLifecycle) event).type())
                .toList();
    }

    @Test
    void nothingNewIsNoEvent() {
        Map<UUID, DomainRecord> running = one(3, DomainState.RUNNING, true);
        assertThat(types(running, running)).isEmpty();
        assertThat(types(running, one(3, DomainState.BLOCKED, true))).isEmpty();
    }

    @Test
    void aLifeIsToldStepByStep() {
        Map<UUID, DomainRecord> off = one(DomainRef.INACTIVE, DomainState.SHUT_OFF, true);
        Map<UUID, DomainRecord> on = one(3, DomainState.RUNNING, true);
        Map<UUID, DomainRecord> paused = one(3, DomainState.PAUSED, true);

        assertThat(types(Map.of(), off)).containsExactly(DomainLifecycleType.DEFINED);
        assertThat(types(off, on)).containsExactly(DomainLifecycleType.STARTED);
        assertThat(types(on, paused)).containsExactly(DomainLifecycleType.SUSPENDED);
        assertThat(types(paused, on)).containsExactly(DomainLifecycleType.RESUMED);
        assertThat(types(on, one(3, DomainState.CRASHED, true))).containsExactly(DomainLifecycleType.CRASHED);
        assertThat(types(on, off)).containsExactly(DomainLifecycleType.STOPPED);
        assertThat(types(off, Map.of())).containsExactly(DomainLifecycleType.UNDEFINED);
    }

    @Test
    void anotherIdIsAnotherRun() {
        assertThat(types(one(3, DomainState.RUNNING, true), one(4, DomainState.RUNNING, true)))
                .containsExactly(DomainLifecycleType.STOPPED, DomainLifecycleType.STARTED);
    }

    @Test
    void aTransientOneIsNeitherDefinedNorUndefined() {
        assertThat(types(Map.of(), one(3, DomainState.PAUSED, false)))
                .containsExactly(DomainLifecycleType.STARTED, DomainLifecycleType.SUSPENDED);
        assertThat(types(one(3, DomainState.RUNNING, false), Map.of())).containsExactly(DomainLifecycleType.STOPPED);
    }
}
