package org.innkeeper.app.newguest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.innkeeper.app.session.NewGuest;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DeviceProperties;
import org.innkeeper.core.xml.domain.DiskProperties;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.InterfaceProperties;
import org.innkeeper.core.xml.domain.OsProperties;
import org.junit.jupiter.api.Test;

class GuestDefinitionTest {
    private static final GuestAbilities QEMU = new GuestAbilities(
            GuestKind.MACHINE, "x86_64", "/usr/bin/qemu-system-x86_64", null, List.of("qemu"), List.of("q35", "pc"));

    private static GuestPlan plan(Source source, String machine, String bus) {
        return plan(source, machine, bus, NetworkChoice.USER);
    }

    private static GuestPlan plan(Source source, String machine, String bus, NetworkChoice network) {
        return new GuestPlan(
                "notes",
                source,
                source == Source.EMPTY ? null : "/media/debian.iso",
                "qcow2",
                20L << 20,
                "default",
                2L << 20,
                2,
                network,
                true,
                "qemu",
                QEMU,
                machine,
                null,
                bus,
                machine.contains("q35") ? "sata" : "ide",
                null);
    }

    private static DomainDocument define(GuestPlan plan) {
        NewGuest guest = plan.toNewGuest();
        List<String> paths =
                guest.volumes().stream().map(volume -> "/pool/" + volume.name()).toList();
        return DomainDocument.parse(guest.definition().apply(paths));
    }

    @Test
    void aMediumIsBootedBeforeTheNewDisk() {
        DomainDocument domain = define(plan(Source.MEDIUM, "q35", "virtio"));
        List<XmlElement> disks = domain.devices("disk");
        assertThat(disks).hasSize(2);
        assertThat(DiskProperties.SOURCE_FILE.get(disks.get(0))).contains("/pool/notes.qcow2");
        assertThat(DeviceProperties.BOOT_ORDER.get(disks.get(0))).contains(2);
        assertThat(DiskProperties.DEVICE.get(disks.get(1))).contains("cdrom");
        assertThat(DiskProperties.BUS.get(disks.get(1))).contains("sata");
        assertThat(DiskProperties.READ_ONLY.get(disks.get(1))).contains(true);
        assertThat(DeviceProperties.BOOT_ORDER.get(disks.get(1))).contains(1);
    }

    @Test
    void anImageIsUsedWithTheFormatThatWasChosen() {
        DomainDocument domain = define(plan(Source.IMAGE, "q35", "sata"));
        XmlElement disk = domain.devices("disk").get(0);
        assertThat(DiskProperties.SOURCE_FILE.get(disk)).contains("/media/debian.iso");
        assertThat(DiskProperties.DRIVER_TYPE.get(disk)).contains("qcow2");
        assertThat(DiskProperties.TARGET.get(disk)).contains("sda");
        assertThat(plan(Source.IMAGE, "q35", "sata").toNewGuest().volumes()).isEmpty();
    }

    @Test
    void theOldMachineHasItsMediumOnIde() {
        XmlElement medium =
                define(plan(Source.MEDIUM, "pc", "virtio")).devices("disk").get(1);
        assertThat(DiskProperties.BUS.get(medium)).contains("ide");
    }

    @Test
    void nothingListensOnANetwork() {
        DomainDocument domain = define(plan(Source.EMPTY, "q35", "virtio"));
        XmlElement screen = domain.devices("graphics").get(0);
        assertThat(screen.element("listen").attribute("type")).isEqualTo("socket");
        assertThat(screen.attribute("port")).isNull();
        assertThat(domain.devices("interface").get(0).attribute("type")).isEqualTo("user");
    }

    @Test
    void theCardIsPluggedInWhereItWasChosen() {
        XmlElement onNetwork = card(NetworkChoice.network("backend"));
        assertThat(InterfaceProperties.TYPE.get(onNetwork)).contains("network");
        assertThat(InterfaceProperties.SOURCE_NETWORK.get(onNetwork)).contains("backend");
        XmlElement onBridge = card(NetworkChoice.BRIDGE.withSource("br0"));
        assertThat(InterfaceProperties.TYPE.get(onBridge)).contains("bridge");
        assertThat(InterfaceProperties.SOURCE_BRIDGE.get(onBridge)).contains("br0");
        assertThat(define(plan(Source.EMPTY, "q35", "virtio", NetworkChoice.NONE))
                        .devices("interface"))
                .isEmpty();
    }

    private static XmlElement card(NetworkChoice network) {
        return define(plan(Source.EMPTY, "q35", "virtio", network))
                .devices("interface")
                .get(0);
    }

    @Test
    void onlyWhatTheMachineHasIsOffered() {
        MachineLimits limits = MachineLimits.read(
                """
                <domainCapabilities><vcpu max='8'/>
                <os supported='yes'><enum name='firmware'><value>bios</value></enum>
                  <loader supported='yes'><value>/usr/share/seabios.bin</value></loader></os>
                <devices><disk supported='yes'><enum name='bus'><value>ide</value><value>virtio</value></enum></disk>
                </devices></domainCapabilities>
                """,
                MachineLimits.UNKNOWN);
        assertThat(limits).isEqualTo(new MachineLimits(8, List.of("virtio", "ide"), List.of(""), List.of()));
        assertThat(limits.mediumBus()).isEqualTo("ide");
    }

    @Test
    void whatTheHostDoesNotTellIsLeftToItsJudgement() {
        assertThat(MachineLimits.read("<domainCapabilities/>", MachineLimits.UNKNOWN))
                .isEqualTo(MachineLimits.UNKNOWN);
        assertThat(MachineLimits.UNKNOWN.mediumBus()).isEqualTo("sata");
    }

    @Test
    void aNewGuestHasWhatGuestsOfTodayHave() {
        DomainDocument domain = define(plan(Source.EMPTY, "q35", "virtio"));
        assertThat(domain.devices())
                .extracting(XmlElement::name)
                .contains("rng", "memballoon", "serial", "console", "input", "video");
        assertThat(domain.get(DomainProperties.MEMORY)).contains(2L << 20);
        assertThat(domain.get(DomainProperties.VCPUS)).contains(2);
        assertThat(domain.get(OsProperties.MACHINE)).contains("q35");
    }

    @Test
    void formatsAreToldByTheNameOnly() {
        assertThat(GuestPlan.formatByName("/a/b.QCOW2")).isEqualTo("qcow2");
        assertThat(GuestPlan.formatByName("/a/b.img")).isEqualTo("raw");
        assertThat(GuestPlan.formatByName("/a/b.vmdk")).isEqualTo("vmdk");
    }

    @Test
    void namesComeFromTheFileAndAreFree() {
        assertThat(GuestNames.suggest("/isos/debian-12.iso", Set.of())).isEqualTo("debian-12");
        assertThat(GuestNames.suggest("/isos/debian-12.iso", Set.of("debian-12", "debian-12-2")))
                .isEqualTo("debian-12-3");
        assertThat(GuestNames.suggest(null, Set.of())).isEqualTo("guest");
        assertThat(GuestNames.suggest("/a/b c (1).img", Set.of())).isEqualTo("b-c-1");
    }

    @Test
    void theHostsAbilitiesAreReadFromItsCapabilities() {
        String capabilities =
                """
                <capabilities><host><cpu><arch>x86_64</arch></cpu></host>
                <guest><os_type>hvm</os_type><arch name='i686'><wordsize>32</wordsize><domain type='qemu'/></arch></guest>
                <guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize><emulator>/bin/q</emulator>
                  <machine maxCpus='255' deprecated='yes'>pc-i440fx-1.4</machine>
                  <machine maxCpus='288'>pc-q35-2.10</machine>
                  <machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>
                  <machine maxCpus='288'>pc-q35-7.2</machine>
                  <machine canonical='pc-q35-7.2' maxCpus='288'>q35</machine>
                  <domain type='qemu'/><domain type='kvm'/></arch></guest>
                </capabilities>
                """;
        assertThat(GuestAbilities.read(capabilities))
                .containsExactly(
                        new GuestAbilities(
                                GuestKind.MACHINE,
                                "x86_64",
                                "/bin/q",
                                null,
                                List.of("kvm", "qemu"),
                                List.of("q35", "pc", "pc-q35-7.2", "pc-q35-2.10")),
                        new GuestAbilities(GuestKind.MACHINE, "i686", null, null, List.of("qemu"), List.of()));
    }

    @Test
    void xenAndContainersAreKindsOfTheirOwn() {
        String capabilities =
                """
                <capabilities><host><cpu><arch>x86_64</arch></cpu></host>
                <guest><os_type>xen</os_type><arch name='x86_64'><wordsize>64</wordsize><machine>xenpv</machine>
                  <domain type='xen'/></arch></guest>
                <guest><os_type>exe</os_type><arch name='x86_64'><wordsize>64</wordsize>
                  <domain type='lxc'/></arch></guest>
                <guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize><loader>/hvmloader</loader>
                  <machine>xenfv</machine><domain type='xen'/></arch></guest>
                <guest><os_type>exe</os_type><arch name='x86_64'><wordsize>64</wordsize>
                  <domain type='openvz'/></arch></guest>
                </capabilities>
                """;
        assertThat(GuestAbilities.read(capabilities))
                .extracting(GuestAbilities::kind)
                .containsExactly(GuestKind.MACHINE, GuestKind.PARAVIRTUAL, GuestKind.CONTAINER);
        assertThat(GuestAbilities.read(capabilities).get(0).loader()).isEqualTo("/hvmloader");
    }

    private static GuestPlan other(GuestKind kind, String type, Source source, String path, String bus) {
        return other(kind, type, source, path, bus, null);
    }

    private static GuestPlan other(
            GuestKind kind, String type, Source source, String path, String bus, HostKernel kernel) {
        return new GuestPlan(
                "notes",
                source,
                path,
                "raw",
                20L << 20,
                "default",
                2L << 20,
                2,
                NetworkChoice.BRIDGE.withSource("br0"),
                true,
                type,
                new GuestAbilities(kind, "x86_64", null, "/hvmloader", List.of(type), List.of()),
                null,
                null,
                bus,
                "ide",
                kernel);
    }

    @Test
    void aMachineOfXenIsBegunByItsLoader() {
        GuestPlan plan = other(GuestKind.MACHINE, "xen", Source.MEDIUM, "/media/debian.iso", "ide");
        DomainDocument domain = define(plan);
        assertThat(plan.toNewGuest().volumes().get(0).format()).isEqualTo("raw");
        assertThat(domain.get(OsProperties.LOADER)).contains("/hvmloader");
        assertThat(domain.root().element("os").elements("boot"))
                .extracting(boot -> boot.attribute("dev"))
                .containsExactly("cdrom", "hd");
        assertThat(domain.devices("disk"))
                .extracting(disk -> DiskProperties.TARGET.get(disk).orElseThrow())
                .containsExactly("hda", "hdc");
        assertThat(domain.devices("graphics").get(0).attribute("listen")).isEqualTo("127.0.0.1");
        assertThat(domain.devices("rng")).isEmpty();
    }

    @Test
    void aParavirtualGuestBootsFromItsDisk() {
        DomainDocument domain = define(other(GuestKind.PARAVIRTUAL, "xen", Source.IMAGE, "/dev/vg/notes", "xen"));
        assertThat(domain.get(OsProperties.TYPE)).contains("linux");
        assertThat(domain.get(DomainProperties.BOOTLOADER)).contains("pygrub");
        XmlElement disk = domain.devices("disk").get(0);
        assertThat(DiskProperties.SOURCE_DEVICE.get(disk)).contains("/dev/vg/notes");
        assertThat(DiskProperties.TARGET.get(disk)).contains("xvda");
        assertThat(domain.devices("graphics")).isEmpty();
    }

    @Test
    void aKernelOfTheHostTakesThePlaceOfTheLoader() {
        HostKernel kernel = new HostKernel("/boot/vmlinuz", "/boot/initrd.img", "root=/dev/xvda1 ro");
        DomainDocument domain =
                define(other(GuestKind.PARAVIRTUAL, "xen", Source.IMAGE, "/dev/vg/notes", "xen", kernel));
        assertThat(domain.get(DomainProperties.BOOTLOADER)).isEmpty();
        assertThat(domain.get(OsProperties.KERNEL)).contains("/boot/vmlinuz");
        assertThat(domain.get(OsProperties.INITRD)).contains("/boot/initrd.img");
        assertThat(domain.get(OsProperties.COMMAND_LINE)).contains("root=/dev/xvda1 ro");
    }

    @Test
    void aKernelAloneCanFillAnEmptyDisk() {
        GuestPlan plan =
                other(GuestKind.PVH, "xen", Source.EMPTY, null, "xen", new HostKernel("/boot/installer", "", ""));
        DomainDocument domain = define(plan);
        assertThat(domain.get(OsProperties.TYPE)).contains("xenpvh");
        assertThat(domain.get(OsProperties.KERNEL)).contains("/boot/installer");
        assertThat(domain.get(OsProperties.INITRD)).isEmpty();
        assertThat(domain.get(OsProperties.COMMAND_LINE)).isEmpty();
        assertThat(DiskProperties.SOURCE_FILE.get(domain.devices("disk").get(0)))
                .contains("/pool/notes.img");
        assertThat(GuestKind.PVH.sources(false)).doesNotContain(Source.EMPTY);
        assertThat(GuestKind.PVH.sources(true)).contains(Source.EMPTY);
    }

    @Test
    void aContainerIsMadeOfATemplate() {
        DomainDocument domain = define(other(GuestKind.CONTAINER, "openvz", Source.TEMPLATE, "debian", "virtio"));
        assertThat(domain.get(OsProperties.TYPE)).contains("exe");
        XmlElement files = domain.devices("filesystem").get(0);
        assertThat(files.attribute("type")).isEqualTo("template");
        assertThat(files.element("source").attribute("name")).isEqualTo("debian");
        assertThat(InterfaceProperties.SOURCE_BRIDGE.get(
                        domain.devices("interface").get(0)))
                .contains("br0");
        assertThat(domain.devices("disk")).isEmpty();
    }

    @Test
    void aContainerCanHaveAnAddressThatIsRouted() {
        XmlElement card = card(NetworkChoice.ROUTED.withSource("192.0.2.10"));
        assertThat(card.attribute("type")).isEqualTo("ethernet");
        assertThat(card.element("ip").attribute("address")).isEqualTo("192.0.2.10");
    }

    @Test
    void templatesOfTheHostAreOffered() {
        MachineLimits limits = MachineLimits.read(
                """
                <domainCapabilities><domain>openvz</domain><vcpu max='4'/><devices><filesystem supported='yes'>
                <enum name='type'><value>template</value></enum>
                <enum name='template'><value>centos-6</value><value>debian-7</value></enum></filesystem>
                </devices></domainCapabilities>
                """,
                MachineLimits.UNKNOWN);
        assertThat(limits.templates()).containsExactly("centos-6", "debian-7");
        assertThat(MachineLimits.UNKNOWN.templates()).isEmpty();
    }
}
