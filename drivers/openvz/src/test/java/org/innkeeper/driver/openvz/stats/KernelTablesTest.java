package org.innkeeper.driver.openvz.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.model.InterfaceStats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTablesTest {
    @TempDir
    private Path proc;

    private void write(String file, String text) {
        try {
            Files.createDirectories(proc.resolve(file).getParent());
            Files.writeString(proc.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void process(int pid, int veid, int innerPid) {
        write(pid + "/status", "Name:\tinit\nPid:\t" + pid + "\nenvID:\t" + veid + "\nVPid:\t" + innerPid + "\n");
    }

    @BeforeEach
    void processes() {
        process(1, 0, 1);
        process(700, 101, 1);
        process(701, 101, 2);
        process(800, 102, 1);
        write("self/status", "Name:\tcat\n");
        write(
                "700/net/dev",
                """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                venet0:    1000      10    1    2    0     0          0         0     2000      20    3    4    0     0       0          0
                """);
    }

    @Test
    void firstProcessOfAContainerIsFound() {
        ContainerProcesses processes = new ContainerProcesses(proc);

        assertThat(processes.init(101)).hasValue(proc.resolve("700"));
        assertThat(processes.init(102)).hasValue(proc.resolve("800"));
        assertThat(processes.init(103)).isEmpty();
    }

    @Test
    void processThatIsAnothersNowIsNotTaken() {
        ContainerProcesses processes = new ContainerProcesses(proc);
        assertThat(processes.init(101)).isPresent();

        process(700, 102, 1);

        assertThat(processes.init(101))
                .as("and all are not searched again at once")
                .isEmpty();
    }

    @Test
    void countersInsideAreTheContainersOwn() {
        assertThat(InterfaceCounters.inside(proc.resolve("700")).of("venet0"))
                .hasValue(new InterfaceStats(1_000, 10, 1, 2, 2_000, 20, 3, 4));
        assertThat(InterfaceCounters.inside(proc.resolve("800")).of("venet0")).isEmpty();
    }

    @Test
    void checkpointsAreReadByTheirStates() {
        write(
                "cpt",
                """
                Ctx      Id       VE       State
                ffff88003d5f4000 00000065 101      2
                ffff88003d5f4800 00000000 102      1
                ffff88003d5f5000 00000067 103      3
                """);
        write("rst", "Ctx      Id       VE       State\nffff88003d5f4000 00000068 104      5\nnonsense\n");

        CheckpointContexts contexts = CheckpointContexts.read(proc);

        assertThat(contexts.isFrozen(101)).isTrue();
        assertThat(contexts.isFrozen(102)).as("it is being suspended").isFalse();
        assertThat(contexts.isFrozen(103)).as("it is being saved").isFalse();
        assertThat(contexts.isRestored(104)).isTrue();
        assertThat(contexts.isRestored(101)).isFalse();
        assertThat(CheckpointContexts.read(proc.resolve("nowhere")).isFrozen(101))
                .isFalse();
    }
}
