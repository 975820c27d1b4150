package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;
import static org.innkeeper.driver.qemu.facet.GuestHost.tinyGuest;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.xml.XmlDocument;
import org.junit.jupiter.api.Test;

/** Interfaces with an end on the host. */
class TapTest extends GuestHostTest {
    private static final Path INTERFACES = Path.of("/sys/class/net");

    private static void assumeTapsCanBeMade() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "not root: there is no /dev/net/tun, so no tap can be made");
        Process add = new ProcessBuilder("ip", "tuntap", "add", "dev", "inktest0", "mode", "tap").start();
        boolean made = add.waitFor() == 0;
        if (made) {
            new ProcessBuilder("ip", "link", "delete", "dev", "inktest0")
                    .start()
                    .waitFor();
        }
        assumeTrue(made, "not root: this user may not make network interfaces");
    }

    private String tapOf(DomainRef domain) {
        return XmlDocument.parse(host.domains().xml(soon(), domain, 0))
                .root()
                .element("devices")
                .element("interface")
                .element("target")
                .attribute("dev");
    }

    @Test
    void aTapLivesAsLongAsItsGuest() throws IOException, InterruptedException {
        assumeTapsCanBeMade();
        Path called = directory.resolve("called");
        Path script = Files.writeString(directory.resolve("ifup"), "#!/bin/sh\necho \"$1\" > " + called + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        String card = "<interface type='ethernet'><script path='" + script + "'/><model type='virtio'/></interface>";

        DomainRef domain = host.domains().createXml(soon(), tinyGuest("tapped", "", card), 0);

        String tap = tapOf(domain);
        assertThat(INTERFACES.resolve(tap)).exists();
        assertThat(called).content().isEqualToIgnoringNewLines(tap);
        List<DomainStats> stats =
                host.facet(StatisticsFacet.class).allStats(soon(), List.of(domain), StatsGroups.INTERFACE, 0);
        assertThat(stats.get(0).text("net.0.name")).isEqualTo(tap);
        assertThat(stats.get(0).number("net.0.rx.bytes")).isPresent();
        host.domains().destroy(soon(), domain, 0);
        assertThat(INTERFACES.resolve(tap)).doesNotExist();
    }

    @Test
    void aMissingBridgeIsNamed() {
        String card = "<interface type='bridge'><source bridge='nosuchbr'/></interface>";

        InnkeeperException error = catchThrowableOfType(
                InnkeeperException.class, () -> host.domains().createXml(soon(), tinyGuest("bridged", "", card), 0));

        assertThat(error.info().message()).contains("nosuchbr");
        assertThat(error.info().remedy()).isPresent();
        assertThat(host.domains().list(soon(), 0)).isEmpty();
    }

    @Test
    void userModeNetworkingHasNoCounters() {
        DomainRef domain = host.domains().createXml(soon(), tinyGuest("user", "", "<interface type='user'/>"), 0);

        DomainStats stats = host.facet(StatisticsFacet.class)
                .allStats(soon(), List.of(domain), StatsGroups.INTERFACE, 0)
                .get(0);

        assertThat(stats.number("net.count")).hasValue(1);
        assertThat(stats.number("net.0.rx.bytes")).isEmpty();
    }
}
