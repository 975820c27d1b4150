package org.innkeeper.driver.qemu.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.innkeeper.core.model.InterfaceStats;
import org.junit.jupiter.api.Test;

class InterfaceCountersTest {
    private static final List<String> LINES = List.of(
            "Inter-|   Receive                                                |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls",
            "    lo: 100 1 0 0 0 0 0 0 100 1 0 0 0 0 0 0",
            " vnet0: 1000 10 1 2 0 0 0 0 5000 50 3 4 0 0 0 0",
            "broken: 1 2 3",
            "  odd0: a b c d e f g h i j k l m n o p");

    @Test
    void whatTheHostReceivesTheGuestSent() {
        assertThat(InterfaceCounters.parse(LINES).of("vnet0"))
                .isEqualTo(new InterfaceStats(5000, 50, 3, 4, 1000, 10, 1, 2));
    }

    @Test
    void whatIsNotThereHasNoCounters() {
        InterfaceCounters counters = InterfaceCounters.parse(LINES);

        assertThat(counters.of("vnet1")).isNull();
        assertThat(counters.of("broken")).isNull();
        assertThat(counters.of("odd0")).isNull();
    }
}
