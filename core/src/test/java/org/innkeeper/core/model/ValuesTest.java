package org.innkeeper.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void domainsAreActiveByTheirId() {
        assertThat(new DomainRef("x", ID, 0).active()).isTrue();
        assertThat(new DomainRef("x", ID, DomainRef.INACTIVE).active()).isFalse();
        assertThatNullPointerException().isThrownBy(() -> new DomainRef(null, ID, 1));
    }

    @Test
    void statesHaveTheNumbersOfLibvirt() {
        assertThat(DomainState.RUNNING.number()).isEqualTo(1);
        assertThat(DomainState.ofNumber(6)).isSameAs(DomainState.CRASHED);
        assertThat(DomainState.ofNumber(99)).isSameAs(DomainState.NO_STATE);
        assertThat(DomainState.CRASHED.mayBeActive()).isTrue();
        assertThat(DomainState.SHUT_OFF.mayBeActive()).isFalse();
        assertThat(DomainStatus.of(DomainState.PAUSED)).isEqualTo(new DomainStatus(DomainState.PAUSED, 0));
    }

    @Test
    void hostsAddUp() {
        assertThat(new NodeInfo("x86_64", 1, 8, 0, 2, 1, 2, 2).maxCpus()).isEqualTo(8);
        NodeCpuStats cpu = new NodeCpuStats(1, 2, 3, 4);
        assertThat(cpu.total()).isEqualTo(10);
        assertThat(cpu.busy()).isEqualTo(3);
        assertThat(new NodeMemoryStats(10, 1, 2, 3).used()).isEqualTo(4);
        assertThat(new NodeMemoryStats(1, 1, 1, 1).used()).as("never negative").isZero();
    }

    @Test
    void arraysAreNotShared() {
        byte[] bytes = {1};
        Screenshot screenshot = new Screenshot("image/png", bytes);
        MigrationStep step = new MigrationStep("x", bytes);
        bytes[0] = 2;
        screenshot.data()[0] = 3;
        step.cookie()[0] = 3;
        assertThat(screenshot.data()).containsExactly(1);
        assertThat(step.cookie()).containsExactly(1);
        assertThat(new MigrationStep(null, null).cookie()).isEmpty();
        assertThat(step)
                .isEqualTo(new MigrationStep("x", new byte[] {1}))
                .hasSameHashCodeAs(new MigrationStep("x", new byte[] {1}))
                .isNotEqualTo(new MigrationStep("x", new byte[] {2}));
    }

    @Test
    void noJobIsNone() {
        assertThat(JobInfo.none().type()).isEqualTo(JobInfo.NONE);
        assertThat(JobInfo.none().parameters()).isEmpty();
    }
}
