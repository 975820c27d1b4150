package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.XenFunction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class XlPartTest {
    private static final String DISK =
            """
            <disk type='file' device='disk'>
              <driver name='qemu' type='raw'/>
              <source file='/srv/b,1.img'/>
              <target dev='xvdb' bus='xen'/>
            </disk>""";

    private XlSandbox host;
    private XlPart part;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX system");
        host = new XlSandbox(directory);
        part = host.part();
    }

    private static CallContext call() {
        return CallContext.within(Duration.ofSeconds(60));
    }

    private InnkeeperException failure(Consumer<XlPart> action) {
        return catchThrowableOfType(InnkeeperException.class, () -> action.accept(part));
    }

    @Test
    void hostIsDescribed() {
        assertThat(part.functions(call())).contains(XenFunction.START, XenFunction.SAVE, XenFunction.MIGRATE);
        assertThat(part.absence(call())).isEmpty();
        assertThat(part.version(call())).isEqualTo(4_017_000);
        assertThat(part.nodeInfo(call())).isEqualTo(new NodeInfo("x86_64", 3071 * 1024, 2, 2599, 1, 1, 2, 1));
        assertThat(part.guestKinds(call())).isEqualTo("xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64");
        assertThat(part.freeMemory(call())).isPositive();
        assertThat(part.cellsFreeMemory(call())).containsExactly(part.freeMemory(call()));
        assertThat(part.schedulerType(call())).isEqualTo(new SchedulerType("credit2", 2));
    }

    @Test
    void partIsOfNoUseWithoutXlOrItsDevice() throws IOException {
        Files.delete(host.path("dev/xen/privcmd"));
        assertThat(part.functions(call())).isEmpty();
        assertThat(part.absence(call())).contains("privcmd", "Domain-0");
        Files.delete(host.path("xl"));
        assertThat(part.absence(call())).isEqualTo("there is no xl on this host");
        assertThat(failure(xl -> xl.pause(call(), XlSandbox.PV)).code()).isEqualTo(ErrorCode.NO_CONNECT);
    }

    @Test
    void domainsAreListedInTwoRuns() {
        List<DomainRecord> domains = part.activeDomains(call());
        assertThat(host.calls()).containsExactly("list|-v|", "list|-l|");
        assertThat(domains).extracting(DomainRecord::name).containsExactly("Domain-0", "low1", "xl-pv", "xl-pvh");
        assertThat(domains.get(0).maxMemory()).isEqualTo(DomainInfo.UNLIMITED);
        DomainRecord guest = domains.get(2);
        assertThat(guest.key()).isEqualTo(XlSandbox.PV);
        assertThat(guest.state()).isEqualTo(DomainState.BLOCKED);
        assertThat(guest.memory()).isEqualTo(160 * 1024);
        assertThat(guest.maxMemory()).isEqualTo(192 * 1024);
        assertThat(guest.vcpus()).isEqualTo(1);
        assertThat(guest.maxVcpus()).isEqualTo(2);
        assertThat(guest.cpuTime()).isEqualTo(18_800_000_000L);
        assertThat(guest.hvm()).isFalse();
        assertThat(domains.get(3).state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void runningGuestIsDefined() {
        XmlElement domain = part.liveDefinition(call(), XlSandbox.PV, false);
        assertThat(domain.attribute("id")).isEqualTo("6");
        assertThat(domain.element("uuid").text()).isEqualTo(XlSandbox.PV.uuid().toString());
        assertThat(domain.element("memory").text()).isEqualTo("196608");
        assertThat(domain.element("currentMemory").text()).isEqualTo("163840");
        assertThat(domain.element("vcpu").attribute("current")).isEqualTo("1");
        assertThat(domain.toText())
                .contains("<kernel>/srv/domu/vmlinuz</kernel>", "<cmdline>console=hvc0 loglevel=4</cmdline>")
                .contains("<on_crash>preserve</on_crash>", "<on_poweroff>destroy</on_poweroff>")
                .contains("<source bridge='xenbr0'/>", "00:16:3e:01:02:03", "/srv/domu/xl-a.img");
    }

    @Test
    void vcpusAndTheirAffinityAreRead() {
        List<VcpuInfo> vcpus = part.vcpus(call(), XlSandbox.PV);
        assertThat(vcpus)
                .containsExactly(
                        new VcpuInfo(0, VcpuInfo.BLOCKED, 14_300_000_000L, 1, CpuMap.of(1)),
                        new VcpuInfo(1, VcpuInfo.OFFLINE, 4_700_000_000L, -1, CpuMap.firstCpus(2)));
    }

    @Test
    void schedulerIsReadAndSet() {
        assertThat(part.schedulerParameters(call(), XlSandbox.PV))
                .containsExactly(TypedParameter.ofUint("weight", 256), TypedParameter.ofUint("cap", 0));
        part.setSchedulerParameters(call(), XlSandbox.PV, List.of(TypedParameter.ofUint("cap", 50)));
        assertThat(host.lastCall()).isEqualTo("sched-credit2|-d|6|-c|50|");
    }

    @Test
    void guestIsNamedByItsId() {
        List<Consumer<XlPart>> actions = List.of(
                xl -> xl.pause(call(), XlSandbox.PV),
                xl -> xl.unpause(call(), XlSandbox.PV),
                xl -> xl.shutdown(call(), XlSandbox.PV),
                xl -> xl.reboot(call(), XlSandbox.PV),
                xl -> xl.reset(call(), XlSandbox.PV),
                xl -> xl.destroy(call(), XlSandbox.PV),
                xl -> xl.setMemory(call(), XlSandbox.PV, 131072),
                xl -> xl.setMaxMemory(call(), XlSandbox.PV, 262144),
                xl -> xl.setVcpus(call(), XlSandbox.PV, 2),
                xl -> xl.pinVcpu(call(), XlSandbox.PV, 1, CpuMap.of(0, 1, 3)),
                xl -> xl.save(call(), XlSandbox.PV, "/srv/a b"),
                xl -> xl.restore(call(), "/srv/a b", true),
                xl -> xl.coreDump(call(), XlSandbox.PV, "/srv/c", true, true));
        actions.forEach(action -> action.accept(part));
        assertThat(host.calls())
                .containsExactly(
                        "pause|6|",
                        "unpause|6|",
                        "shutdown|6|",
                        "reboot|6|",
                        "trigger|6|reset|",
                        "destroy|6|",
                        "mem-set|6|131072k|",
                        "mem-max|6|262144k|",
                        "vcpu-set|-i|6|2|",
                        "vcpu-pin|6|1|0-1,3|",
                        "save|6|/srv/a b|",
                        "restore|-p|/srv/a b|",
                        "dump-core|6|/srv/c|",
                        "destroy|6|");
    }

    @Test
    void dumpThatMayStopTheGuestStopsIt() {
        part.coreDump(call(), XlSandbox.PV, "/srv/c", false, false);
        assertThat(host.calls()).endsWith("pause|6|", "dump-core|6|/srv/c|", "unpause|6|");
        host.write("dump-core.exit", "1");
        host.write("dump-core.errors", "core dump failed (rc=-3)\n");
        assertThat(failure(xl -> xl.coreDump(call(), XlSandbox.PV, "/srv/c", false, true)))
                .hasMessage("xl dump-core of domain 'xl-pv' failed: core dump failed (rc=-3)");
    }

    @Test
    void devicesComeAndGo() {
        XmlElement card = XmlElement.parse(
                "<interface type='bridge'><mac address='00:16:3e:01:02:09'/><source bridge='xenbr0'/></interface>");
        XmlElement pci = XmlElement.parse("<hostdev mode='subsystem' type='pci'><source><address domain='0x0000'"
                + " bus='0x00' slot='0x1f' function='0x2'/></source></hostdev>");
        part.attach(call(), XlSandbox.PV, XmlElement.parse(DISK));
        assertThat(host.lastCall())
                .isEqualTo("block-attach|6|format=raw,vdev=xvdb,access=rw,backendtype=qdisk,target=/srv/b,1.img|");
        part.attach(call(), XlSandbox.PV, card);
        assertThat(host.lastCall())
                .isEqualTo("network-attach|6|mac=00:16:3e:01:02:09|bridge=xenbr0|script=vif-bridge|");
        part.attach(call(), XlSandbox.PV, pci);
        assertThat(host.lastCall()).isEqualTo("pci-attach|6|0000:00:1f.2|");
        part.detach(call(), XlSandbox.PV, XmlElement.parse(DISK));
        part.detach(call(), XlSandbox.PV, card);
        part.detach(call(), XlSandbox.PV, pci);
        assertThat(host.calls())
                .endsWith("block-detach|6|xvdb|", "network-detach|6|00:16:3e:01:02:09|", "pci-detach|6|0000:00:1f.2|");
        part.update(call(), XlSandbox.PV, XmlElement.parse(DISK.replace("'disk'>", "'cdrom'>")));
        assertThat(host.lastCall()).isEqualTo("cd-insert|6|xvdb|/srv/b,1.img|");
        assertThat(failure(xl -> xl.update(call(), XlSandbox.PV, XmlElement.parse(DISK)))
                        .code())
                .isEqualTo(ErrorCode.CONFIG_UNSUPPORTED);
        assertThat(failure(xl -> xl.attach(call(), XlSandbox.PV, XmlElement.parse("<sound model='ac97'/>"))))
                .hasMessageContaining("'sound'");
    }

    @Test
    void guestIsStartedFromAFileOnlyItsOwnerReads() {
        XmlElement definition = XmlElement.parse("<domain type='xen'><name>xl-pv</name><uuid>"
                + XlSandbox.PV.uuid() + "</uuid><memory>131072</memory><vcpu>1</vcpu><bootloader>/usr/bin/pygrub"
                + "</bootloader><bootloader_args>-q --debug</bootloader_args><os><type>linux</type></os><devices>"
                + "<disk type='block'><driver name='phy'/><source dev='/dev/sdb'/><target dev='xvda'/><shareable/>"
                + "</disk></devices></domain>");
        assertThat(part.create(call(), definition, true)).isEqualTo(6);
        assertThat(host.calls().get(0)).startsWith("create|-p|/").endsWith(".cfg|");
        Path file = Path.of(host.calls().get(0).split("\\|")[2]);
        assertThat(file).doesNotExist();
        assertThat(host.read("created"))
                .contains("name = \"xl-pv\"", "bootloader_args = [ \"-q\", \"--debug\" ]", "access=rw")
                .doesNotContain("bootargs", "access=!");
    }

    @Test
    void storedFileThatXlUnderstandsIsStartedAsItIs() {
        host.write("web", "name = \"web\"\nuuid = \"" + XlSandbox.PV.uuid() + "\"\nmemory = 64\n");
        assertThat(part.start(call(), XlSandbox.PV, host.path("web"), false)).isEqualTo(6);
        assertThat(host.calls().get(0)).isEqualTo("create|" + host.path("web") + "|");
    }

    @Test
    void storedFileWithoutUuidGetsTheOneItIsListedWith() {
        host.write("web", "name = \"web\"\nmemory = 64\n");
        part.start(call(), XlSandbox.PV, host.path("web"), false);
        assertThat(host.read("created")).contains("uuid = \"" + XlSandbox.PV.uuid() + "\"");
        assertThat(host.read("web")).doesNotContain("uuid");
    }

    @Test
    void nodesThatTheHostDoesNotHaveAreOnItsFirst() {
        String nodes = "vnuma = [ [ \"pnode=0\", \"size=32\", \"vcpus=0\", \"vdistances=10,20\" ], "
                + "[ \"pnode=1\", \"size=32\", \"vcpus=1\", \"vdistances=20,10\" ] ]\n";
        String web = "name = \"web\"\nuuid = \"" + XlSandbox.PV.uuid() + "\"\nmemory = 64\nvcpus = 2\n" + nodes;
        host.write("web", web);
        part.start(call(), XlSandbox.PV, host.path("web"), false);
        assertThat(host.read("created")).contains("vdistances=20,10").doesNotContain("pnode=1");
        assertThat(host.read("web")).isEqualTo(web);

        host.write("info-n.txt", XlSandbox.text("info-n.txt").replace("nr_nodes               : 1", "nr_nodes : 2"));
        part.start(call(), XlSandbox.PV, host.path("web"), false);
        assertThat(host.read("created")).isEqualTo(web);
    }

    @Test
    void startThatHangsIsEndedAndItsRestRemoved() {
        host.write("create.hangs", "");
        host.write("web", "name = \"web\"\nmemory = 64\n");
        CallContext context = CallContext.within(Duration.ofMillis(500));
        assertThat(failure(xl -> xl.start(context, XlSandbox.PV, host.path("web"), false))
                        .code())
                .isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(host.calls()).endsWith("list|-v|", "destroy|6|");
        part.pause(call(), XlSandbox.key(7, "2", "xl-pvh"));
        assertThat(host.lastCall()).isEqualTo("pause|7|");
    }

    @Test
    void startedGuestThatIsGoneIsTold() {
        host.write("web", "name = \"web\"\nmemory = 64\n");
        DomainKey other = new DomainKey(-1, UUID.randomUUID(), "web");
        assertThat(failure(xl -> xl.start(call(), other, host.path("web"), false)))
                .hasMessage("Domain 'web' was started and is gone already");
    }

    @Test
    void refusalThatXlReportsAsDoneIsAnError() {
        host.write(
                "unpause.errors",
                "libxl: error: libxl_domain.c:688:domain_unpause_done: Domain 6:Unpausing domain: Invalid argument\n");
        InnkeeperException error = failure(xl -> xl.unpause(call(), XlSandbox.PV));
        assertThat(error).hasMessage("xl unpause of domain 'xl-pv' failed: Unpausing domain: Invalid argument");
        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
    }

    @Test
    void guestThatIsGoneIsNoDomain() {
        host.write("list-l-one.json", "[]");
        assertThat(failure(xl -> xl.liveDefinition(call(), XlSandbox.PV, false)).code())
                .isEqualTo(ErrorCode.NO_DOMAIN);
        host.write("vcpu-list.txt", "Name ID VCPU CPU State Time(s) Affinity (Hard / Soft)\n");
        assertThat(failure(xl -> xl.vcpus(call(), XlSandbox.PV)).code()).isEqualTo(ErrorCode.NO_DOMAIN);
        host.write("list.exit", "1");
        host.write("list.errors", "Error: Domain '6' does not exist.\n");
        assertThat(failure(xl -> xl.activeDomain(call(), XlSandbox.PV)).code()).isEqualTo(ErrorCode.NO_DOMAIN);
    }

    @Test
    void savedFileTellsItsDefinition() throws IOException {
        Files.write(host.path("saved"), XlSandbox.bytes("saved-head"));
        XmlElement domain = part.savedDefinition(call(), host.path("saved").toString());
        assertThat(domain.element("name").text()).isEqualTo("xl-pv");
        assertThat(domain.attribute("id")).isNull();
    }

    @Test
    void progressOfASaveIsTold() {
        host.write(
                "save.errors",
                "xc: info: Saving domain 1, type x86 PV\nxc: progress: Frames: 3072/49152    6%\n"
                        + "xc: progress: Frames: 49152/49152  100%\n");
        List<Double> told = new ArrayList<>();
        part.save(CallContext.watchedBy(told::add), XlSandbox.PV, "/srv/s");
        assertThat(told).containsExactly(0.06, 1.0);
    }

    @Test
    void nothingReachesTheShellThatXlMigratesThrough() {
        part.migrate(call(), XlSandbox.PV, new MigrationTarget("other.example.org", 2222, true, 0, null));
        assertThat(host.lastCall()).isEqualTo("migrate|-s|ssh -o BatchMode=yes -p 2222|6|other.example.org|");
        for (String evil : List.of("a; reboot", "-oProxyCommand=x", "$(id)", "")) {
            MigrationTarget target = new MigrationTarget(evil, 0, true, 0, null);
            assertThat(failure(xl -> xl.migrate(call(), XlSandbox.PV, target)).code())
                    .isEqualTo(ErrorCode.INVALID_ARG);
        }
        MigrationTarget renamed = new MigrationTarget("other", 0, true, 0, "x");
        assertThat(failure(xl -> xl.migrate(call(), XlSandbox.PV, renamed)).code())
                .isEqualTo(ErrorCode.ARGUMENT_UNSUPPORTED);
    }

    @Test
    void closedPartIsOfNoUse() {
        part.close();
        assertThat(part.functions(call())).isEmpty();
    }
}
