package org.innkeeper.driver.openvz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.model.InterfaceStats;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.NodeFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SchedulerFacet;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.VcpuFacet;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.stats.HostFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenvzHostTest {
    private static final String OLD_DIALECT =
            """
            <domain type='openvz' id='104'>
              <name>104</name>
              <uuid>8509a1d4-1569-4467-8b37-4e433a1ac7b1</uuid>
              <container>
                <filesystem>
                  <template>debian</template>
                </filesystem>
                <network>
                  <ipaddress>192.168.1.104</ipaddress>
                  <netmask>255.255.255.0</netmask>
                  <hostname>fedora104</hostname>
                  <gateway>192.168.1.1</gateway>
                  <nameserver>192.168.1.2</nameserver>
                </network>
                <profile>vswap</profile>
              </container>
            </domain>
            """;

    private final VzSandbox host = new VzSandbox();
    private final List<DriverConnection> opened = new ArrayList<>();

    @AfterEach
    void removeHost() {
        opened.forEach(DriverConnection::close);
        host.close();
    }

    private DriverConnection open() {
        DriverConnection connection = host.open();
        opened.add(connection);
        return connection;
    }

    private DomainFacet domains() {
        return open().facet(DomainFacet.class).orElseThrow();
    }

    private static CallContext call() {
        return CallContext.within(Duration.ofSeconds(60));
    }

    private static String xml(String name, String more) {
        return "<domain type='openvz'><name>" + name + "</name>" + more
                + "<memory>0</memory><os><type>exe</type></os><devices><filesystem type='template'><source name='debian'/><target dir='/'/></filesystem>"
                + "</devices></domain>";
    }

    private static InnkeeperException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InnkeeperException.class, call);
    }

    @Test
    void documentOf2007BecomesTheSameCalls() {
        DomainFacet domains = domains();

        DomainRef domain = domains.defineXml(call(), OLD_DIALECT, 0);

        assertThat(domain).isEqualTo(new DomainRef("104", UUID.fromString("8509a1d4-1569-4467-8b37-4e433a1ac7b1"), -1));
        assertThat(host.calls())
                .containsExactly(
                        "create 104 --ostemplate debian --config vswap",
                        "set 104 --ipadd 192.168.1.104 --hostname fedora104 --nameserver 192.168.1.2 --save");
        assertThat(domains.start(call(), domain, 0).id()).isEqualTo(104);
        assertThat(domains.maxMemory(call(), domain)).isEqualTo(262_144);
        domains.setMemory(call(), domain, 131_072, 0);
        assertThat(host.calls()).last().isEqualTo("set 104 --physpages 0:32768 --save");
        assertThat(domains.maxMemory(call(), domain)).isEqualTo(131_072);
    }

    @Test
    void modernDocumentKeepsEverythingItSays() {
        DomainFacet domains = domains();
        String wanted =
                """
                <domain type='openvz'>
                  <name>web</name>
                  <title>Shop &amp; more \\ "one"</title>
                  <description> two
                lines </description>
                  <memory unit='MiB'>512</memory>
                  <currentMemory unit='MiB'>256</currentMemory>
                  <memtune><min_guarantee unit='KiB'>65536</min_guarantee></memtune>
                  <vcpu current='1'>3</vcpu>
                  <os><type>exe</type></os>
                  <devices>
                    <filesystem type='template'>
                      <source name='debian'/><target dir='/'/>
                      <space_hard_limit unit='MiB'>2048</space_hard_limit>
                      <space_soft_limit unit='MiB'>1024</space_soft_limit>
                    </filesystem>
                    <interface type='ethernet'><ip address='10.0.0.1' prefix='24'/></interface>
                    <interface type='bridge'>
                      <mac address='00:18:51:c1:05:ee'/><source bridge='br1'/><target dev='veth7'/>
                    </interface>
                  </devices>
                </domain>
                """;
        DomainRef domain = domains.defineXml(call(), wanted, 0);

        assertThat(host.calls())
                .containsExactly(
                        "create 101 --ostemplate debian",
                        "set 101 --name web --save",
                        "set 101 --privvmpages 65536:131072 --vmguarpages 16384:unlimited --cpus 1"
                                + " --diskspace 1048576:2097152 --ipadd 10.0.0.1/24"
                                + " --netif_add eth0,00:18:51:c1:05:ee,veth7,,br1 --save");
        String once = domains.xml(call(), domain, 0);
        XmlElement root = XmlDocument.parse(once).root();
        assertThat(root.element("title").text()).isEqualTo("Shop & more \\ \"one\"");
        assertThat(root.element("description").text()).isEqualTo(" two\nlines ");
        assertThat(root.element("memory").text()).isEqualTo("524288");
        assertThat(root.element("currentMemory").text()).isEqualTo("262144");
        assertThat(root.element("memtune").element("min_guarantee").text()).isEqualTo("65536");
        assertThat(root.element("vcpu").attribute("current")).isEqualTo("1");
        assertThat(root.element("vcpu").text()).isEqualTo("3");
        domains.defineXml(call(), once, 0);
        assertThat(domains.xml(call(), domain, 0)).isEqualTo(once);
        assertThat(host.calls()).as("nothing is told twice").hasSize(3);
    }

    @Test
    void changedDocumentChangesWhatIsDifferent() {
        DomainFacet domains = domains();
        DomainRef domain = domains.defineXml(call(), OLD_DIALECT, 0);
        String changed = domains.xml(call(), domain, 0)
                .replace("192.168.1.104", "192.168.1.105")
                .replace("</devices>", "<interface type='bridge'><source bridge='br0'/></interface></devices>");

        domains.defineXml(call(), changed, 0);

        assertThat(host.calls().subList(2, 4))
                .containsExactly(
                        "set 104 --ipdel 192.168.1.104 --save",
                        "set 104 --ipadd 192.168.1.105 --netif_add eth0,,,,br0 --save");
        String again = domains.xml(call(), domain, 0);
        domains.defineXml(call(), again.replaceAll("(?s)<interface type=.bridge.>.*?</interface>", ""), 0);
        assertThat(host.calls()).last().isEqualTo("set 104 --netif_del eth0 --save");
    }

    @Test
    void documentOfTheCorpusIsTakenAsLimits() {
        DomainFacet domains = domains();
        String document =
                VzSandbox.resource("/libvirt/domain-openvz-simple.xml").replace(">100<", ">110<");

        DomainRef domain = domains.defineXml(call(), document, 0);

        DomainInfo info = domains.info(call(), domain);
        assertThat(info.maxMemory()).isEqualTo(278_528);
        assertThat(info.memory()).isEqualTo(262_144);
        assertThat(XmlDocument.parse(domains.xml(call(), domain, 0))
                        .root()
                        .element("memtune")
                        .element("min_guarantee")
                        .text())
                .isEqualTo("135168");
    }

    @Test
    void foreignContainersGetAUuidAndKeepTheRest() throws IOException {
        String text = "# by hand\nONBOOT=\"yes\"\nSTRANGE=\"kept\"\nOSTEMPLATE=\"debian\"\n";
        host.write("etc/conf/101.conf", text);
        host.write("etc/conf/0.conf", text);
        host.write("etc/conf/102.conf.destroyed", text);
        Files.setPosixFilePermissions(host.path("etc/conf/101.conf"), PosixFilePermissions.fromString("rw-r-----"));
        DomainFacet domains = domains();

        List<DomainRef> all = domains.list(call(), 0);

        assertThat(all).extracting(DomainRef::name).containsExactly("101");
        assertThat(host.read("etc/conf/101.conf"))
                .isEqualTo(text + "#UUID: " + all.get(0).uuid() + "\n");
        assertThat(Files.getPosixFilePermissions(host.path("etc/conf/101.conf")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(domains.autostart(call(), all.get(0))).isTrue();
        try (Stream<Path> files = Files.list(host.path("etc/conf"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void readOnlyConnectionWritesNothing() {
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        try (DriverConnection readOnly = host.open("tools", OpenOptions.asReadOnly())) {
            DomainRef seen = readOnly.facet(DomainFacet.class)
                    .orElseThrow()
                    .list(call(), 0)
                    .get(0);

            assertThat(host.read("etc/conf/101.conf")).isEqualTo("ONBOOT=\"no\"\n");
            assertThat(domains().list(call(), 0)).as("the UUID stays").containsExactly(seen);
        }
    }

    @Test
    void copiedFilesAreContainersOfTheirOwn() {
        String text = "ONBOOT=\"no\"\n#UUID: 8509a1d4-1569-4467-8b37-4e433a1ac7b1\n";
        host.write("etc/conf/101.conf", text);
        host.write("etc/conf/102.conf", text);

        List<DomainRef> all = domains().list(call(), 0);

        assertThat(all).extracting(DomainRef::uuid).doesNotHaveDuplicates();
        assertThat(host.read("etc/conf/101.conf")).isEqualTo(text);
        assertThat(host.read("etc/conf/102.conf"))
                .contains("#UUID: " + all.get(1).uuid());
    }

    @Test
    void oneBrokenFileHidesNoOther() {
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        host.write("etc/conf/102.conf", "ONBOOT=\"no\"\nthis is no setting\n");
        DomainFacet domains = domains();
        List<ErrorInfo> warnings = new ArrayList<>();

        List<DomainRef> all = domains.list(call().derive(warnings::add), 0);

        assertThat(all).extracting(DomainRef::name).containsExactly("101");
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
            assertThat(warning.message()).contains("102.conf, line 2");
        });
        assertThat(failure(() -> domains.lookupByName(call(), "102")).code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(failure(() -> domains.defineXml(call(), xml("102", ""), 0)).code())
                .isEqualTo(ErrorCode.DOM_EXIST);
    }

    @Test
    void failureOfVzctlIsTold() {
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        host.write("fail-101", "");
        DomainFacet domains = domains();
        DomainRef domain = domains.lookupByName(call(), "101");

        InnkeeperException error = failure(() -> domains.start(call(), domain, 0));

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_FAILED);
        assertThat(error.info().message()).contains("101", "exit code 6", "Something of container 101 is broken");
        assertThat(error.info().remedy()).isPresent();
        assertThat(domains.status(call(), domain).state()).isEqualTo(DomainState.SHUT_OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "9, Container already locked, RESOURCE_BUSY",
        "14, Container config file does not exist, NO_DOMAIN",
        "20, Invalid options: --wait, INVALID_ARG",
        "21, Bad parameter for --cpus: x, INVALID_ARG",
        "31, Container is not running, OPERATION_INVALID",
        "32, Container is already running, OPERATION_INVALID",
        "105, Container start disabled, OPERATION_INVALID",
        "5, Your kernel lacks support for virtual environments or modules not loaded, OPERATION_FAILED",
        "43, Container private area /vz/private/101 does not exist, OPERATION_FAILED"
    })
    void exitCodesOfVzctlHaveTheirMeaning(int exit, String said, ErrorCode code) {
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        DomainFacet domains = domains();
        DomainRef domain = domains.lookupByName(call(), "101");
        host.program("tools/vzctl", "#!/bin/sh\necho '" + said + "' >&2\nexit " + exit + "\n");

        InnkeeperException error = failure(() -> domains.start(call(), domain, 0));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.info().message()).contains("container 101", "exit code " + exit, said);
    }

    @Test
    void missingTemplateLeavesNothingBehind() {
        DomainFacet domains = domains();
        String unknown = xml("lost", "").replace("debian", "no-such-template");

        InnkeeperException error = failure(() -> domains.defineXml(call(), unknown, 0));

        assertThat(error.info().message()).contains("no-such-template", "exit code 91");
        assertThat(domains.list(call(), 0)).isEmpty();
    }

    @Test
    void hangingContainerHoldsUpNoOther() {
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        host.write("etc/conf/102.conf", "ONBOOT=\"no\"\n");
        host.write("hang-101", "");
        DomainFacet domains = domains();
        DomainRef hanging = domains.lookupByName(call(), "101");
        CallContext context = call();
        CompletableFuture<InnkeeperException> waiting =
                CompletableFuture.supplyAsync(() -> failure(() -> domains.start(context, hanging, 0)));
        Awaitility.await().until(() -> host.calls().contains("start 101 "));

        DomainRef other = domains.start(call(), domains.lookupByName(call(), "102"), 0);

        assertThat(other.active()).isTrue();
        assertThat(waiting).isNotDone();
        InnkeeperException late =
                failure(() -> domains.setAutostart(CallContext.within(Duration.ofMillis(200)), hanging, true));
        assertThat(late.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        context.cancel();
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(CallCancelledException.class);
    }

    @Test
    void statisticsComeFromTheTablesOfTheKernel() {
        DriverConnection connection = open();
        DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
        StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();
        DomainRef domain = domains.defineXml(
                call(),
                xml("101", "")
                        .replace("</devices>", "<interface type='bridge'><source bridge='br0'/></interface></devices>"),
                0);
        domains.start(call(), domain, 0);

        DomainStats stats = statistics.allStats(call(), List.of(), 0, 0).get(0);

        assertThat(stats.number("cpu.time")).hasValue(17_000_000_000L);
        assertThat(stats.number("cpu.user")).hasValue(12_300_000_000L);
        assertThat(stats.number("cpu.system")).hasValue(4_700_000_000L);
        assertThat(stats.number("balloon.maximum")).hasValue(278_528);
        assertThat(stats.number("balloon.current")).hasValue(262_144);
        assertThat(stats.number("balloon.unused")).hasValue(278_528 - 16_000);
        assertThat(stats.number("balloon.rss")).hasValue(6_000);
        assertThat(stats.text("net.0.name")).isEqualTo("veth101.0");
        assertThat(stats.number("net.0.rx.bytes"))
                .as("the container got what the host sent")
                .hasValue(2_000);
        assertThat(statistics.interfaceStats(call(), domain, "veth101.0"))
                .isEqualTo(new InterfaceStats(2_000, 20, 3, 4, 1_000, 10, 1, 2));
        assertThat(statistics
                        .interfaceStats(call(), domain, "00:18:51:00:00:00")
                        .rxBytes())
                .isEqualTo(2_000);
    }

    @Test
    void routedTrafficIsCountedInsideTheContainer() throws IOException {
        host.write("etc/conf/101.conf", "IP_ADDRESS=\"10.0.0.1\"\nNETIF=\"ifname=eth0,host_ifname=veth101.0\"\n");
        Files.createDirectories(host.path("proc/700/net"));
        host.write("proc/700/status", "Name:\tinit\nenvID:\t101\nVPid:\t1\n");
        host.write("proc/700/net/dev", "venet0: 7 1 0 0 0 0 0 0 9 2 0 0 0 0 0 0\n");
        DriverConnection connection = open();
        DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
        StatisticsFacet statistics = connection.facet(StatisticsFacet.class).orElseThrow();
        DomainRef domain = domains.start(call(), domains.lookupByName(call(), "101"), 0);

        DomainStats stats = statistics.allStats(call(), List.of(domain), 0, 0).get(0);

        assertThat(stats.number("net.count")).hasValue(2);
        assertThat(stats.text("net.0.name")).isEqualTo("veth101.0");
        assertThat(stats.number("net.0.rx.bytes")).hasValue(2_000);
        assertThat(stats.text("net.1.name")).isEqualTo("venet0");
        assertThat(stats.number("net.1.rx.bytes")).hasValue(7);
        assertThat(statistics.interfaceStats(call(), domain, "venet0").txBytes())
                .isEqualTo(9);
    }

    @Test
    void bindingOfOneCpuIsThatOfAll() {
        DriverConnection connection = open();
        DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
        VcpuFacet vcpus = connection.facet(VcpuFacet.class).orElseThrow();
        DomainRef domain = domains.defineXml(
                call(), xml("101", "<vcpu>2</vcpu><cputune><vcpupin vcpu='0' cpuset='0'/></cputune>"), 0);
        assertThat(host.calls()).last().isEqualTo("set 101 " + cpus() + "--cpumask 0 --save");
        assertThat(vcpus.pinning(call(), domain, 0)).containsOnly(CpuMap.of(0));

        vcpus.pin(call(), domain, 1, vcpus.pinning(call(), domain, 0).get(0), 0);
        assertThat(host.calls()).last().isEqualTo("set 101 --cpumask 0 --save");
        String xml = domains.xml(call(), domain, 0);
        domains.defineXml(call(), xml.replaceAll("(?s)<cputune>.*</cputune>", ""), 0);

        assertThat(host.calls()).last().isEqualTo("set 101 --cpumask all --save");
        assertThat(domains.xml(call(), domain, 0)).doesNotContain("cputune");
    }

    /** What is told of the number of CPUs: nothing where it is the host's own. */
    private static String cpus() {
        return new HostFacts(Path.of("/proc")).cpus() == 2 ? "" : "--cpus 2 ";
    }

    @Test
    void swapIsToldBesideTheMemory() {
        DomainFacet domains = domains();
        DomainRef domain = domains.defineXml(call(), OLD_DIALECT, 0);
        XmlElement tuning =
                XmlDocument.parse(domains.xml(call(), domain, 0)).root().element("memtune");
        assertThat(tuning.element("swap_hard_limit").text()).isEqualTo("786432");
        String more = domains.xml(call(), domain, 0).replace(">786432<", ">1048576<");

        domains.defineXml(call(), more, 0);

        assertThat(host.calls()).last().isEqualTo("set 104 --swappages 0:196608 --save");
        assertThat(failure(() -> domains.defineXml(
                                call(), xml("110", "<memtune><swap_hard_limit>1048576</swap_hard_limit></memtune>"), 0))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(domains.list(call(), 0)).as("nothing is left of it").hasSize(1);
    }

    @Test
    void templatesOfTheHostAreOffered() throws IOException {
        Files.createFile(host.path("template/cache/centos-6-x86_64.tar.gz"));
        NodeFacet node = open().facet(NodeFacet.class).orElseThrow();

        XmlElement filesystem = XmlDocument.parse(node.domainCapabilities(call(), null, null, null, "openvz"))
                .root()
                .element("devices")
                .element("filesystem");

        assertThat(filesystem.elements("enum").get(1).elements("value"))
                .extracting(XmlElement::text)
                .containsExactly("centos-6-x86_64", "debian");
        assertThat(failure(() -> node.domainCapabilities(call(), null, null, null, "kvm"))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(failure(() -> node.domainCapabilities(call(), "/usr/bin/kvm", null, null, null))
                        .code())
                .isEqualTo(ErrorCode.INVALID_ARG);
    }

    @Test
    void usualTemplateOfTheHostIsTaken() {
        host.write("etc/vz.conf", host.read("etc/vz.conf") + "DEF_OSTEMPLATE=\"debian\"\n");

        domains()
                .defineXml(
                        call(),
                        "<domain type='openvz'><name>101</name><memory>0</memory><os><type>exe</type></os></domain>",
                        0);

        assertThat(host.calls()).containsExactly("create 101 --ostemplate debian");
    }

    @Test
    void percentOfCpuIsThatOfAllCpus() {
        host.write("etc/conf/101.conf", "CPULIMIT=\"50%\"\nCPUUNITS=\"500\"\n");
        DriverConnection connection = open();
        DomainRef domain = connection.facet(DomainFacet.class).orElseThrow().lookupByName(call(), "101");

        assertThat(connection.facet(SchedulerFacet.class).orElseThrow().parameters(call(), domain, 0))
                .extracting(TypedParameter::number)
                .containsExactly(500L, 50L * new HostFacts(Path.of("/proc")).cpus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "7", "0101", "2147483645", "99999999999"})
    void numbersOpenvzKeepsToItselfAreRefused(String name) {
        assertThat(failure(() -> domains().defineXml(call(), xml(name, ""), 0)).code())
                .isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(host.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--save", "a&quot;b", "a/b", "$(reboot)"})
    void templatesThatCouldBeMoreThanANameAreRefused(String template) {
        String xml = xml("101", "").replace("debian", template);

        assertThat(failure(() -> domains().defineXml(call(), xml, 0)).code()).isEqualTo(ErrorCode.XML_ERROR);
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void whatAContainerCannotHaveIsRefused() {
        DomainFacet domains = domains();
        String disk = xml("101", "")
                .replace(
                        "</devices>",
                        "<disk type='file' device='disk'><source file='/x'/><target dev='hda'/></disk></devices>");

        assertThat(failure(() -> domains.defineXml(call(), disk, 0)).code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(failure(() -> domains.defineXml(call(), xml("101", "").replace("'openvz'", "'kvm'"), 0))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(failure(() -> domains.defineXml(
                                call(),
                                "<domain type='openvz'><name>101</name><os><type>exe</type></os><devices/></domain>",
                                0))
                        .info()
                        .remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("<filesystem type='template'>"));
        assertThat(failure(() -> domains.defineXml(call(), OLD_DIALECT.replaceAll("<profile>.*</profile>", ""), 0))
                        .info()
                        .message())
                .contains("profile");
    }

    @Test
    void hostWithoutOpenvzSaysSo() throws IOException {
        Files.delete(host.path("proc/vz/veinfo"));

        InnkeeperException error = failure(host::open);

        assertThat(error.code()).isEqualTo(ErrorCode.NO_CONNECT);
        assertThat(error.info().message()).contains("no OpenVZ kernel");
    }

    @Test
    void versionIsVzctls() {
        assertThat(open().facet(NodeFacet.class).orElseThrow().version(call())).isEqualTo(4_011_001);
    }

    @Test
    void nonsenseOfVzlistIsAnError() {
        host.program("tools/vzlist", "#!/bin/sh\necho 'what is this'\n");

        assertThat(failure(host::open).code()).isEqualTo(ErrorCode.PARSE_FAILED);
    }

    @Test
    void endlessOutputIsCut() {
        host.program("tools/vzctl", "#!/bin/sh\nhead -c 20000000 /dev/zero | tr '\\0' x >&2\nexit 3\n");
        host.write("etc/conf/101.conf", "ONBOOT=\"no\"\n");
        DomainFacet domains = domains();

        InnkeeperException error = failure(() -> domains.start(call(), domains.lookupByName(call(), "101"), 0));

        assertThat(error.info().message()).contains("exit code 3").hasSizeLessThan(2_000);
    }
}
