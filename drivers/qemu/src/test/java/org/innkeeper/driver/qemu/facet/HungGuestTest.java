package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.junit.jupiter.api.Test;

/** A QEMU that does not answer any more, here because it was stopped by a signal. */
class HungGuestTest extends GuestHostTest {
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

    @Test
    void whoWaitsForItCanGiveUpAndIsEndedByClosing() throws Exception {
        DomainRef hung = start("hung");
        signal(hung, "STOP");
        CallContext given = CallContext.within(Duration.ofMillis(200));

        assertThatThrownBy(() -> host.domains().suspend(given, hung)).isInstanceOf(CallCancelledException.class);
        CompletableFuture<Throwable> waiting = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> host.domains().suspend(CallContext.create(), hung)));
        assertThat(catchThrowable(() -> waiting.get(300, TimeUnit.MILLISECONDS)))
                .isInstanceOf(TimeoutException.class);
        host.leave();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectionClosedException.class);
        signal(hung, "CONT");
    }

    @Test
    void oneThatComesBackIsFoundAgain() throws IOException, InterruptedException {
        DomainRef hung = start("hung");
        signal(hung, "STOP");
        host.leave();
        host.reopen();
        assertThat(host.state(hung)).isEqualTo(DomainState.RUNNING);
        assertThatThrownBy(() -> host.domains().suspend(soon(), hung))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("does not answer");

        signal(hung, "CONT");

        await().atMost(Duration.ofSeconds(30))
                .ignoreException(InnkeeperException.class)
                .untilAsserted(() -> {
                    host.domains().suspend(soon(), hung);
                    assertThat(host.state(hung)).isEqualTo(DomainState.PAUSED);
                });
    }
}
