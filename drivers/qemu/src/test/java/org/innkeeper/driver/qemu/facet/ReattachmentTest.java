package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;

import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.process.ProcessIdentity;
import org.innkeeper.driver.qemu.state.RuntimeRecord;
import org.innkeeper.driver.qemu.state.StateRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReattachmentTest extends GuestHostTest {
    private RuntimeRecord recordOf(DomainRef domain) {
        try (StateRoot root = StateRoot.open(host.root())) {
            List<RuntimeRecord> records = root.runtime().load(problem -> {});
            return records.stream()
                    .filter(r -> r.uuid().equals(domain.uuid()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long cpuTime(DomainRef domain) {
        List<DomainStats> stats =
                host.facet(StatisticsFacet.class).allStats(soon(), List.of(domain), StatsGroups.CPU_TOTAL, 0);
        return stats.get(0).number("cpu.time").orElseThrow();
    }

    @Test
    void guestsOutliveTheProgramAndAreFoundAgain() {
        DomainRef running = host.domains().start(soon(), host.define("survivor"), 0);
        DomainRef paused = host.domains().createXml(soon(), GuestHost.tinyGuest("transient", "", ""), 1);
        long before = cpuTime(running);
        String xml = host.domains().xml(soon(), running, 0);
        host.leave();
        ProcessIdentity process = recordOf(running).process();

        assertThat(process.isAlive()).isTrue();
        host.reopen();

        DomainRef found = host.domains().lookupByName(soon(), "survivor");
        assertThat(found).isEqualTo(running);
        assertThat(host.state(found)).isEqualTo(DomainState.RUNNING);
        assertThat(CanonicalXml.of(XmlDocument.parse(host.domains().xml(soon(), found, 0))))
                .isEqualTo(CanonicalXml.of(XmlDocument.parse(xml)));
        assertThat(cpuTime(found)).isGreaterThanOrEqualTo(before);
        DomainRef foundPaused = host.domains().lookupByName(soon(), "transient");
        assertThat(foundPaused).isEqualTo(paused);
        assertThat(host.state(foundPaused)).isEqualTo(DomainState.PAUSED);
        assertThat(host.domains().isPersistent(soon(), foundPaused)).isFalse();
        host.domains().suspend(soon(), found);
        assertThat(host.state(found)).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void aGuestThatEndedMeanwhileIsOff() {
        DomainRef ended = host.domains().start(soon(), host.define("ended"), 0);
        DomainRef gone = host.domains().createXml(soon(), GuestHost.tinyGuest("gone", "", ""), 0);
        host.leave();
        ProcessIdentity process = recordOf(ended).process();
        process.end(false);
        recordOf(gone).process().end(true);
        await().until(() -> !process.isAlive());

        host.reopen();

        assertThat(host.domains().status(soon(), ended)).isEqualTo(new DomainStatus(DomainState.SHUT_OFF, 2));
        assertThat(host.domains().list(soon(), 0)).extracting(DomainRef::name).containsExactly("ended");
        assertThat(host.domains().start(soon(), ended, 0).id()).isGreaterThan(ended.id());
    }

    @Test
    void aProcessThatDiesIsNoticedAtOnce() {
        DomainRef domain = host.domains().start(soon(), host.define("killed"), 0);
        host.leave();
        ProcessIdentity process = recordOf(domain).process();
        host.reopen();

        process.end(true);

        await().until(() -> host.state(domain) == DomainState.SHUT_OFF);
        assertThat(host.domains().status(soon(), domain).reason()).isEqualTo(3);
    }

    @Test
    void theLiveDefinitionTellsWhereTheScreenIs() {
        String xml = GuestHost.tinyGuest(
                "screen", "", "<graphics type='vnc'/><video><model type='vga'/></video><serial type='pty'/>");
        DomainRef domain = host.domains().createXml(soon(), xml, 0);

        XmlDocument live = XmlDocument.parse(host.domains().xml(soon(), domain, 0));

        String socket = live.root().element("devices").element("graphics").attribute("socket");
        assertThat(Path.of(socket)).exists();
        assertThat(socket).doesNotContain("screen").hasSizeLessThanOrEqualTo(100);
        assertThat(live.root()
                        .element("devices")
                        .element("serial")
                        .element("source")
                        .attribute("path"))
                .startsWith("/dev/pts/");
    }
}
