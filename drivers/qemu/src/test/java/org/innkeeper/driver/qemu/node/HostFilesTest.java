package org.innkeeper.driver.qemu.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.NodeMemoryStats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {
    @TempDir
    Path directory;

    @Test
    void readsMemory() {
        List<String> lines = List.of(
                "MemTotal:       24567890 kB",
                "MemFree:         1234567 kB",
                "Buffers:           12345 kB",
                "Cached:           543210 kB",
                "HugePages_Total:       0");

        assertThat(HostMemory.parse(lines)).isEqualTo(new NodeMemoryStats(24_567_890, 1_234_567, 12_345, 543_210));
    }

    @Test
    void readsCpuTime() {
        assertThat(HostCpuTime.parse("cpu  100 10 50 1000 20 3 2 9 0 0"))
                .hasValue(new NodeCpuStats(1_100_000_000, 550_000_000, 10_000_000_000L, 200_000_000));
        assertThat(HostCpuTime.parse("cpu0 1 2 3 4 5 6 7")).isEmpty();
        assertThat(HostCpuTime.parse("cpu a b c d e f g h")).isEmpty();
    }

    private void cpu(int number, int socket, int core) throws IOException {
        Path topology = Files.createDirectories(directory.resolve("sys/devices/system/cpu/cpu" + number + "/topology"));
        Files.writeString(topology.resolve("physical_package_id"), socket + "\n");
        Files.writeString(topology.resolve("core_id"), core + "\n");
    }

    private HostTopology topology() {
        return new HostTopology(directory.resolve("sys"), directory.resolve("proc"));
    }

    @Test
    void readsTheTopology() throws IOException {
        for (int i = 0; i < 16; i++) {
            cpu(i, i / 8, i % 8 / 2);
        }
        for (int node = 0; node < 2; node++) {
            Path path = Files.createDirectories(directory.resolve("sys/devices/system/node/node" + node));
            Files.writeString(
                    path.resolve("meminfo"),
                    "Node " + node + " MemTotal: 9 kB\nNode " + node + " MemFree:          " + (node + 1) + " kB\n");
        }
        Files.createDirectories(directory.resolve("proc"));
        Files.writeString(directory.resolve("proc/cpuinfo"), "processor\t: 0\ncpu MHz\t\t: 2399.998\n");

        assertThat(topology().read("x86_64", 5)).isEqualTo(new NodeInfo("x86_64", 5, 16, 2399, 2, 1, 4, 2));
        assertThat(topology().freeMemoryOfNodes()).containsExactly(1024L, 2048L);
    }

    @Test
    void anIrregularTopologyIsTakenFlat() throws IOException {
        cpu(0, 0, 0);
        cpu(1, 0, 0);
        cpu(2, 0, 1);

        assertThat(topology().read("x86_64", 5)).isEqualTo(new NodeInfo("x86_64", 5, 3, 0, 1, 1, 3, 1));
    }

    @Test
    void aSystemThatTellsNothingHasWhatJavaSees() {
        NodeInfo info = topology().read("aarch64", 5);

        assertThat(info.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(info.maxCpus()).isEqualTo(info.cpus());
        assertThat(topology().freeMemoryOfNodes()).isEmpty();
    }
}
