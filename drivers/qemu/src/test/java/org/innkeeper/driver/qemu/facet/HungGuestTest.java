package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A QEMU that does not answer any more, here because it was stopped by a signal. */
class HungGuestTest {
    @TempDir
    Path directory;

    private GuestHost host;

    @BeforeEach
    void open() {
        host = GuestHost.open(directory);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    private DomainRef start(String name) {
        Path image = BootSector.write(directory.resolve(name + ".img"));
        String disk = "<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                + "'/><target dev='vda' bus='virtio'/></disk>";
        return host.domains().createXml(soon(), GuestHost.tinyGuest(name, "", disk), 0);
    }

    private void signal(DomainRef domain, String signal) throws IOException, InterruptedException {
        Path pidFile = host.root()
                .resolve("run")
                .resolve(domain.uuid().toString().replace("-", ""))
                .resolve("pid");
        String pid = Files.readString(pidFile).strip();
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    @Test
    void othersAreSampledWithoutItAndItCanBeEnded() throws IOException, InterruptedException {
        DomainRef well = start("well");
        DomainRef hung = start("hung");
        StatisticsFacet statistics = host.facet(StatisticsFacet.class);
        statistics.allStats(soon(), List.of(), 0, 0);
        signal(hung, "STOP");

        statistics.allStats(soon(), List.of(), 0, 0);
        long before = System.nanoTime();
        List<DomainStats> sample = statistics.allStats(soon(), List.of(well, hung), 0, 0);
        Duration took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(took).as("the second time nobody waits for it").isLessThan(Duration.ofMillis(400));
        assertThat(sample.get(0).number("block.0.rd.bytes")).isPresent();
        assertThat(sample.get(1).number("block.0.rd.bytes")).isEmpty();
        assertThat(sample.get(1).number("cpu.time")).isPresent();

        host.domains().destroy(soon(), hung, 0);
        assertThat(host.domains().list(soon(), 0)).containsExactly(well);
        assertThat(host.state(well)).isEqualTo(DomainState.RUNNING);
    }
}
