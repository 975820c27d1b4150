package org.innkeeper.driver.xen.hypercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.model.BlockStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.driver.xen.part.DeviceCounters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackEndsTest {
    @TempDir
    Path root;

    private void disk(String name, String... files) throws IOException {
        Path statistics = root.resolve("sys/bus/xen-backend/devices/" + name + "/statistics");
        Files.createDirectories(statistics);
        for (int i = 0; i < files.length; i += 2) {
            Files.writeString(statistics.resolve(files[i]), files[i + 1] + "\n");
        }
    }

    @Test
    void readsDisksInTheirOrder() throws IOException {
        disk("vbd-3-51728", "rd_req", "1");
        disk("vbd-3-51712", "rd_req", "10", "wr_req", "20", "rd_sect", "30", "wr_sect", "40", "oo_req", "5");
        disk("tap-3-768", "rd_req", "7", "wr_req", "not a number");
        disk("vbd-33-51712", "rd_req", "99");
        disk("vif-3-0");
        BackEnds backEnds = new BackEnds(root.resolve("sys"), root.resolve("proc"));

        assertThat(backEnds.exist()).isTrue();
        Map<Integer, DeviceCounters> counters = backEnds.counters(List.of(3, 4));
        assertThat(counters.get(3).disks())
                .containsOnlyKeys("hda", "xvda", "xvdb")
                .containsEntry("xvda", new BlockStats(10, 30 * 512, 20, 40 * 512, 5))
                .containsEntry("xvdb", new BlockStats(1, -1, -1, -1, -1))
                .containsEntry("hda", new BlockStats(7, -1, -1, -1, -1));
        assertThat(counters.get(3).disks().keySet()).containsExactly("hda", "xvda", "xvdb");
        assertThat(counters.get(4)).isEqualTo(DeviceCounters.NONE);
    }

    @Test
    void countsAnInterfaceAsTheGuestDoes() throws IOException {
        Files.createDirectories(root.resolve("proc/net"));
        Files.writeString(
                root.resolve("proc/net/dev"),
                """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls
                    lo:   1000      10    0    0    0     0          0         0     1000      10    0    0    0     0  0 0
                vif3.0: 11 12 13 14 0 0 0 0 21 22 23 24 0 0 0 0
                vif3.1:111 12 13 14 0 0 0 0 121 22 23 24 0 0 0 0
                vif3.0-emu: 9 9 9 9 0 0 0 0 9 9 9 9 0 0 0 0
                vif31.0: 9 9 9 9 0 0 0 0 9 9 9 9 0 0 0 0
                vif4.0: 9 9
                """);
        BackEnds backEnds = new BackEnds(root.resolve("sys"), root.resolve("proc"));

        assertThat(backEnds.exist()).isFalse();
        Map<Integer, DeviceCounters> counters = backEnds.counters(List.of(3, 4));
        assertThat(counters.get(3).interfaces())
                .containsOnlyKeys("vif3.0", "vif3.1")
                .containsEntry("vif3.0", new InterfaceStats(21, 22, 23, 24, 11, 12, 13, 14));
        assertThat(counters.get(4).interfaces()).isEmpty();
    }

    @Test
    void withoutFilesThereIsNothing() {
        assertThat(new BackEnds(root.resolve("sys"), root.resolve("proc")).counters(List.of(1)))
                .containsEntry(1, DeviceCounters.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "51712, xvda",
        "51713, xvda1",
        "51728, xvdb",
        "51952, xvdp",
        "268439552, xvdq",
        "268435712, xvdb",
        "268442112, xvdaa",
        "268435457, xvda1",
        "768, hda",
        "832, hdb",
        "5632, hdc",
        "5634, hdc2",
        "2048, sda",
        "2065, sdb1",
        "17, 17"
    })
    void namesDisksByTheirNumber(int number, String name) {
        assertThat(DiskNames.of(number)).isEqualTo(name);
    }
}
