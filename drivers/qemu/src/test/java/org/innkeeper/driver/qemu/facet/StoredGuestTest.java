package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.innkeeper.driver.qemu.facet.GuestHost.soon;
import static org.innkeeper.driver.qemu.facet.GuestHost.tinyGuest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.MetadataFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;

/** What is stored of guests, and what survives the program. */
class StoredGuestTest extends GuestHostTest {
    private XmlElement stored(DomainRef domain) {
        return XmlDocument.parse(host.domains().xml(soon(), domain, DomainFlags.XML_INACTIVE))
                .root();
    }

    @Test
    void autostartMeansStartedWithTheDriver() {
        DomainRef domain = host.define("auto");
        host.domains().setAutostart(soon(), domain, true);
        host.leave();

        host.reopen();

        await().until(() -> host.state(domain) == DomainState.RUNNING);
    }

    @Test
    void definitionsSurviveTheProgram() {
        DomainRef domain = host.define("kept");
        String xml = host.domains().xml(soon(), domain, 0);
        host.leave();

        host.reopen();

        assertThat(host.domains().lookupByName(soon(), "kept")).isEqualTo(domain);
        assertThat(host.domains().xml(soon(), domain, 0)).isEqualTo(xml);
    }

    @Test
    void aDamagedDefinitionIsSetAsideAndTheOthersAreThere() throws IOException {
        DomainRef good = host.define("good");
        DomainRef bad = host.define("bad");
        host.leave();
        Path file = host.root().resolve("definitions").resolve(bad.uuid() + ".xml");
        Files.writeString(file, "<domain");

        List<ErrorInfo> warnings = host.reopen();

        assertThat(host.domains().list(soon(), 0)).containsExactly(good);
        assertThat(warnings)
                .extracting(ErrorInfo::message)
                .singleElement()
                .asString()
                .contains(file.toString());
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).hasContent("<domain");
    }

    @Test
    void aSecondQemuIsNotStartedForAGuestWhoseRecordWasLost() throws IOException {
        DomainRef domain = host.domains().start(soon(), host.define("lost"), 0);
        host.leave();
        Path record = host.root().resolve("active").resolve(domain.uuid() + ".xml");
        String text = Files.readString(record);
        Files.writeString(record, "damaged");
        host.reopen();

        assertThatThrownBy(() -> host.domains().start(soon(), domain, 0))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("runs already");

        host.leave();
        Files.writeString(record, text);
        host.reopen();
        assertThat(host.state(domain)).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void kqemuIsPlainEmulationWithANotice() {
        List<ErrorInfo> warnings = new ArrayList<>();
        String xml = tinyGuest("old", "", "").replace("type='qemu'", "type='kqemu'");

        DomainRef domain = host.domains().createXml(soon().derive(warnings::add), xml, 0);

        assertThat(host.state(domain)).isEqualTo(DomainState.RUNNING);
        assertThat(warnings)
                .extracting(ErrorInfo::message)
                .singleElement()
                .asString()
                .contains("kqemu");
    }

    @Test
    void whatEveryGuestHasIsFilledInOnce() {
        String xml = tinyGuest("filled", "", "<interface type='user'><model type='virtio'/></interface>")
                .replace(" machine='pc'", "");
        DomainRef domain = host.domains().defineXml(soon(), xml, 0);
        XmlElement first = stored(domain);

        assertThat(first.element("os").element("type").attribute("machine")).startsWith("pc-");
        XmlElement card = first.element("devices").element("interface");
        assertThat(card.element("mac").attribute("address")).startsWith("52:54:00:");
        assertThat(card.element("address")).isNotNull();
        assertThat(card.element("alias")).isNull();
        assertThat(first.attribute("id")).isNull();
    }

    @Test
    void aLiveDefinitionCanBeStoredAgain() {
        DomainRef running = host.domains()
                .start(soon(), host.domains().defineXml(soon(), tinyGuest("again", "", "<serial type='pty'/>"), 0), 0);
        String live = host.domains().xml(soon(), running, 0);

        host.domains().defineXml(soon(), live, 0);

        assertThat(live).contains("/dev/pts/");
        assertThat(host.domains().xml(soon(), running, DomainFlags.XML_INACTIVE))
                .doesNotContain("/dev/pts/")
                .doesNotContain("<alias");
    }

    @Test
    void metadataGoesWhereTheFlagsSay() {
        DomainRef running = host.domains().start(soon(), host.define("meta"), 0);
        MetadataFacet metadata = host.facet(MetadataFacet.class);

        metadata.setMetadata(soon(), running, 1, "A title", null, null, DomainFlags.AFFECT_CONFIG);
        metadata.setMetadata(
                soon(), running, 2, "<note>n</note>", "app", "http://example.org/app", DomainFlags.AFFECT_CONFIG);

        assertThat(metadata.metadata(soon(), running, 1, null, DomainFlags.AFFECT_CONFIG))
                .isEqualTo("A title");
        assertThat(metadata.metadata(soon(), running, 2, "http://example.org/app", DomainFlags.AFFECT_CONFIG))
                .contains("app:note");
        assertThatThrownBy(() -> metadata.metadata(soon(), running, 1, null, DomainFlags.AFFECT_LIVE))
                .isInstanceOf(InnkeeperException.class);
        metadata.setMetadata(soon(), running, 1, null, null, null, DomainFlags.AFFECT_CONFIG);
        assertThat(stored(running).element("title")).isNull();
    }

    @Test
    void vcpusAreCountedAndBound() {
        VcpuFacet vcpus = host.facet(VcpuFacet.class);
        DomainRef domain =
                host.domains().defineXml(soon(), tinyGuest("cpus", "", "").replace("<vcpu>1<", "<vcpu>2<"), 0);
        DomainRef running = host.domains().start(soon(), domain, 0);

        assertThat(vcpus.vcpus(soon(), running)).hasSize(2).allSatisfy(vcpu -> assertThat(vcpu.cpuTime())
                .isNotNegative());
        vcpus.pin(soon(), running, 1, CpuMap.of(0), DomainFlags.AFFECT_LIVE | DomainFlags.AFFECT_CONFIG);

        assertThat(vcpus.vcpus(soon(), running).get(1).affinity()).isEqualTo(CpuMap.of(0));
        assertThat(vcpus.pinning(soon(), running, DomainFlags.AFFECT_CONFIG).get(1))
                .isEqualTo(CpuMap.of(0));
        vcpus.setCount(soon(), running, 1, DomainFlags.AFFECT_CONFIG);
        assertThat(vcpus.count(soon(), running, DomainFlags.AFFECT_CONFIG)).isEqualTo(1);
        assertThat(vcpus.count(soon(), running, DomainFlags.AFFECT_LIVE)).isEqualTo(2);
    }

    @Test
    void theScreenHasItsPassword() {
        String screen = "<graphics type='vnc' passwd='geheim'/><video><model type='vga'/></video>";
        DomainRef running = host.domains().createXml(soon(), tinyGuest("locked", "", screen), 0);

        assertThat(host.domains().xml(soon(), running, 0)).doesNotContain("geheim");
        assertThat(host.domains().xml(soon(), running, DomainFlags.XML_SECURE)).contains("passwd='geheim'");
        assertThat(host.root().resolve("log").resolve(running.uuid() + ".log"))
                .content()
                .doesNotContain("geheim");
    }
}
