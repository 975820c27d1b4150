package org.innkeeper.driver.xen.hypercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.innkeeper.core.model.NodeCpuStats;
import org.junit.jupiter.api.Test;

class HostCpuTimeTest {
    private final AtomicLong clock = new AtomicLong(-7_000);
    private final HostCpuTime time = new HostCpuTime(clock::get);

    @Test
    void atFirstItIsWhatTheDomainsUsed() {
        assertThat(time.sample(List.of(1_000L, 2_000L), 500, 300)).isEqualTo(new NodeCpuStats(200, 300, 3_000, 0));
    }

    @Test
    void laterWhatIsNotIdleWasUsedByWhoeverIsGone() {
        time.sample(List.of(1_000L, 2_000L), 500, 300);
        clock.addAndGet(100);

        // 200 passed on two CPUs, of which 150 were idle; Domain-0 used 10 of the other 50.
        assertThat(time.sample(List.of(1_050L, 2_100L), 310, 310)).isEqualTo(new NodeCpuStats(240, 310, 3_150, 0));
    }

    @Test
    void nothingGoesBack() {
        time.sample(List.of(1_000L, 2_000L), 500, 300);
        assertThat(time.sample(List.of(1_001L, 2_001L), 500, 305).user()).isEqualTo(200);
    }
}
