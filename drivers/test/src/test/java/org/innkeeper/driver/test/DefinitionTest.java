package org.innkeeper.driver.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What definitions mean, what is filled in, and which are refused. */
class DefinitionTest extends PlainHost {
    private static final String OS = "<os><type>hvm</type></os>";

    private DomainRef define(String content) {
        return domains.defineXml(context, "<domain type='test'><name>new</name>" + content + "</domain>", 0);
    }

    @ParameterizedTest
    @CsvSource({
        "<memory>2048</memory>, 2048",
        "<memory unit='MiB'>3</memory>, 3072",
        "<memory unit='b'>4194304</memory>, 4096",
        "<memory unit='GB'>1</memory>, 976562",
        "<memory> 8 </memory>, 8"
    })
    void memoryHasUnits(String memory, long kib) {
        assertThat(domains.maxMemory(context, define(memory + OS))).isEqualTo(kib);
    }

    @Test
    void guestsCannotHaveMoreMemoryThanTheirMaximum() {
        DomainRef domain = define("<memory>2048</memory><currentMemory>4096</currentMemory>" + OS);

        assertThat(domains.info(context, domain).memory()).isEqualTo(2_048);
    }

    @Test
    void memoryOfNumaCellsCounts() {
        DomainRef domain = define("<vcpu>2</vcpu>" + OS + "<cpu><numa><cell id='0' cpus='0' memory='512' unit='MiB'/>"
                + "<cell id='1' cpus='1' memory='1024'/></numa></cpu>");

        assertThat(domains.maxMemory(context, domain)).isEqualTo(512 * 1024 + 1024);
    }

    @Test
    void whatIsLeftOutIsFilledIn() {
        DomainRef domain = define("<memory>2048</memory>" + OS
                + "<devices><interface type='network'><source network='default'/></interface></devices>");
        XmlElement xml = XmlDocument.parse(domains.xml(context, domain, 0)).root();

        assertThat(xml.element("uuid").text()).isEqualTo(domain.uuid().toString());
        assertThat(xml.element("vcpu").text()).isEqualTo("1");
        assertThat(xml.element("currentMemory").text()).isEqualTo("2048");
        assertThat(xml.element("devices").element("interface").element("mac").attribute("address"))
                .matches("52:54:00(:[0-9a-f]{2}){3}");
    }

    @Test
    void unknownThingsSurvive() {
        DomainRef domain = define("<memory>2048</memory>" + OS
                + "<!-- kept --><x:tool xmlns:x='urn:x' a='1'><x:part/></x:tool><novelty/>");

        assertThat(domains.xml(context, domain, 0))
                .contains("<!-- kept -->", "<x:tool xmlns:x='urn:x' a='1'><x:part/></x:tool>", "<novelty/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OS,
                "<memory>0</memory>" + OS,
                "<memory unit='parsec'>1</memory>" + OS,
                "<memory>much</memory>" + OS,
                "<memory>9999999999999999999</memory>" + OS,
                "<memory>1</memory><vcpu>0</vcpu>" + OS,
                "<memory>1</memory><vcpu current='3'>2</vcpu>" + OS,
                "<memory>1</memory><uuid>nonsense</uuid>" + OS,
                "<memory>1</memory><on_crash>explode</on_crash>" + OS,
                "<memory>1</memory><cputune><vcpupin vcpu='0' cpuset='3-1'/></cputune>" + OS,
                "<memory>1</memory>" + OS + "<devices><disk/></devices>",
                "<memory>1</memory>" + OS
                        + "<devices><disk><target dev='vda'/></disk><disk><target dev='vda'/></disk></devices>",
                "<memory>1</memory>" + OS + "<devices><interface><mac address='52:54:00:1'/></interface></devices>",
                "<memory>1</memory>" + OS
                        + "<devices><interface><mac address='01:00:5e:00:00:01'/></interface></devices>"
            })
    void whatCannotBeIsRefused(String content) {
        assertFails(ErrorCode.XML_ERROR, () -> define(content));
        assertThat(domains.list(context, 0)).containsExactly(test);
    }

    @Test
    void otherHypervisorsGuestsCannotRunHere() {
        assertFails(
                ErrorCode.CONFIG_UNSUPPORTED,
                () -> domains.defineXml(
                        context, "<domain type='kvm'><name>x</name><memory>1</memory>" + OS + "</domain>", 0));
        assertFails(
                ErrorCode.CONFIG_UNSUPPORTED,
                () -> domains.defineXml(context, "<domain><name>x</name><memory>1</memory>" + OS + "</domain>", 0));
        assertFails(ErrorCode.CONFIG_UNSUPPORTED, () -> define("<memory>1</memory><os><type>exe</type></os>"));
        assertFails(ErrorCode.OS_TYPE, () -> define("<memory>1</memory>"));
    }

    @Test
    void liveMemoryFollowsTheBalloonAndTheStoredOneDoesNot() {
        domains.setMemory(context, test, 1_048_576, DomainFlags.AFFECT_LIVE);

        DomainInfo info = domains.info(context, test);
        assertThat(info.memory()).isEqualTo(1_048_576);
        assertThat(domains.xml(context, test, 0)).contains("<currentMemory unit='KiB'>1048576</currentMemory>");
        assertThat(domains.xml(context, test, DomainFlags.XML_INACTIVE))
                .contains("<currentMemory unit='KiB'>2097152</currentMemory>");
    }

    @Test
    void runAddsWhatOnlyItKnows() {
        domains.defineXml(
                context,
                "<domain type='test'><name>new</name><memory>1024</memory>" + OS + "<devices>"
                        + "<interface type='network'><source network='default'/></interface>"
                        + "<console type='pty'/><graphics type='vnc' port='-1'/></devices></domain>",
                0);
        DomainRef running = domains.start(context, domains.lookupByName(context, "new"), 0);
        XmlElement devices =
                XmlDocument.parse(domains.xml(context, running, 0)).root().element("devices");

        assertThat(devices.element("interface").element("target").attribute("dev"))
                .isEqualTo("vnet0");
        assertThat(devices.element("interface").element("alias").attribute("name"))
                .isEqualTo("net0");
        assertThat(devices.element("console").attribute("tty")).startsWith("/dev/pts/");
        assertThat(Integer.parseInt(devices.element("graphics").attribute("port")))
                .isGreaterThanOrEqualTo(5_900);
        assertThat(facet(StatisticsFacet.class)
                        .interfaceStats(context, running, "vnet0")
                        .rxBytes())
                .isNotNegative();
        assertThat(domains.xml(context, running, DomainFlags.XML_INACTIVE)).doesNotContain("vnet0", "tty=", "alias");
    }
}
