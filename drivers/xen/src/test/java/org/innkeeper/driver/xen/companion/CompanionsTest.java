package org.innkeeper.driver.xen.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {
    private static final UUID WEB = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final String KEPT =
            """
            <domain type='xen'><name>web</name><memory unit='KiB'>65536</memory><devices>
              <interface type='bridge'><mac address='00:16:3e:00:00:01'/><source bridge='virbr0'/></interface>
            </devices></domain>""";
    private static final String ASKED = KEPT.replace("<memory", "<title>Shop</title><memory")
            .replace("<source bridge='virbr0'/>", "<source network='default' bridge='virbr0'/>");

    @TempDir
    private Path directory;

    private Companions companions;

    @BeforeEach
    void open() {
        companions = Companions.at(directory.resolve("lib/state"), directory.resolve("run"));
    }

    private Path file() {
        return directory.resolve("lib/state/definitions/" + WEB + ".xml");
    }

    private XmlElement completed(String now) {
        XmlElement document = XmlElement.parse(now);
        companions.complete(WEB, document);
        return document;
    }

    @Test
    void whatIsLostIsKeptBeside() throws IOException {
        companions.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        XmlElement whole = completed(KEPT);
        assertThat(whole.element("title").text()).isEqualTo("Shop");
        XmlElement card = Elements.devices(whole, "interface").get(0);
        assertThat(card.attribute("type")).isEqualTo("network");
        assertThat(card.element("source").attributes())
                .containsOnlyKeys("network", "bridge")
                .containsEntry("network", "default");
    }

    @Test
    void anInterfaceThatWasMovedToAnotherBridgeIsOfNoNetwork() {
        companions.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT));

        XmlElement card = Elements.devices(completed(KEPT.replace("virbr0", "xenbr0")), "interface")
                .get(0);
        assertThat(card.attribute("type")).isEqualTo("bridge");
        assertThat(card.element("source").attributes())
                .containsOnlyKeys("bridge")
                .containsEntry("bridge", "xenbr0");
    }

    @Test
    void nothingIsKeptWhereNothingIsLost() {
        companions.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT));
        assertThat(file()).exists();
        companions.keep(WEB, XmlElement.parse(KEPT), XmlElement.parse(KEPT));
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsForgottenIsGone() {
        companions.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT));
        companions.forget(WEB);
        companions.forget(WEB);
        assertThat(completed(KEPT).element("title")).isNull();
    }

    @Test
    void aDamagedFileIsSetAside() throws IOException {
        companions.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT));
        Files.writeString(file(), "<companion><asked>");

        assertThat(CanonicalXml.sameMeaning(completed(KEPT), XmlElement.parse(KEPT)))
                .isTrue();
        assertThat(file()).doesNotExist();
        assertThat(file().resolveSibling(WEB + ".xml.damaged")).exists();
    }

    @Test
    void aRunHasItsOwnDescription() {
        XmlElement asked = XmlElement.parse(ASKED);
        companions.keep(WEB, asked, XmlElement.parse(KEPT));
        XmlElement live = XmlElement.parse(KEPT);
        companions.describe(WEB, live);
        assertThat(live.element("title").text())
                .as("of a run that others began")
                .isEqualTo("Shop");

        companions.began(WEB, asked, asked);
        companions.editRun(WEB, live, notes -> notes.element("title").setText("Shop today"));
        companions.describe(WEB, live);
        assertThat(live.elements("title")).hasSize(1);
        assertThat(live.element("title").text()).isEqualTo("Shop today");
        assertThat(completed(KEPT).element("title").text()).isEqualTo("Shop");
        assertThat(companions.started(WEB))
                .hasValueSatisfying(started ->
                        assertThat(CanonicalXml.sameMeaning(started, asked)).isTrue());

        companions.ended(WEB);
        assertThat(companions.description(WEB)).isEmpty();
        companions.began(WEB, asked, null);
        assertThat(companions.started(WEB)).isEmpty();
    }

    @Test
    void withoutAPlaceItSaysSoOnlyWhereSomethingIsLost() {
        Companions none = new Companions(directory.resolve("none"), directory.resolve("none"), false);
        none.keep(WEB, XmlElement.parse(KEPT), XmlElement.parse(KEPT));
        none.began(WEB, XmlElement.parse(ASKED), null);
        none.ended(WEB);
        assertThatThrownBy(() -> none.keep(WEB, XmlElement.parse(ASKED), XmlElement.parse(KEPT)))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT));
        assertThat(directory.resolve("none")).doesNotExist();
    }
}
