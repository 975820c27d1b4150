package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.driver.qemu.command.Build.assertUnacceptable;
import static org.innkeeper.driver.qemu.command.Build.assertUnsupported;
import static org.innkeeper.driver.qemu.command.Build.device;
import static org.innkeeper.driver.qemu.command.Build.value;
import static org.innkeeper.driver.qemu.command.Build.values;

import org.innkeeper.driver.qemu.probe.EmulatorVersion;
import org.innkeeper.driver.qemu.probe.StoredEmulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorAndMachineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cpu mode='host-passthrough'/> | host,migratable=on",
                "<cpu mode='host-passthrough' migratable='off'/> | host,migratable=off",
                "<cpu mode='host-model'/> | host",
                "<cpu mode='maximum'/> | max,migratable=on",
                "<cpu><model>Haswell</model><maxphysaddr mode='emulate' bits='42'/></cpu> | Haswell,phys-bits=42",
                "<cpu><model>Haswell</model><maxphysaddr mode='passthrough'/></cpu> | Haswell,host-phys-bits=on",
                "<clock offset='utc'><timer name='tsc' frequency='3504000000'/></clock>"
                        + " | qemu64,tsc-frequency=3504000000",
                "<features><msrs state='off'/></features> | qemu64",
                "<cpu><model>Haswell</model><feature name='pclmuldq'/><feature policy='disable' name='x2apic'/></cpu>"
                        + " | Haswell,pclmulqdq=on,x2apic=off",
                "<features><kvm><hidden state='on'/></kvm><pmu state='off'/><apic eoi='on'/></features>"
                        + " | qemu64,kvm-pv-eoi=on,kvm=off,pmu=off",
                "<clock offset='utc'><timer name='kvmclock' present='no'/></clock> | qemu64,kvmclock=off",
                "<features><hyperv mode='passthrough'/></features> | qemu64,hv-passthrough=on",
                "<features><hyperv><stimer state='on'><direct state='on'/></stimer>"
                        + "<vendor_id state='on' value='a,b'/><vapic state='off'/></hyperv></features>"
                        + " | qemu64,hv-stimer=on,hv-stimer-direct=on,hv-vendor-id=a,,b"
            })
    void theProcessorOfAVirtualizedGuest(String elements, String expected) {
        assertThat(value(Build.pc().virtualized().with(elements).of(""), "-cpu"))
                .isEqualTo(expected);
    }

    @Test
    void anEmulatedGuestCannotHaveTheHostsProcessor() {
        assertUnsupported(
                        () -> Build.pc().with("<cpu mode='host-passthrough'/>").of(""))
                .contains("maximum");
        assertThat(value(Build.pc().with("<cpu mode='host-model'/>").of(""), "-cpu"))
                .isEqualTo("max");
        assertUnsupported(() -> Build.pc().with("<cpu><model>Z80</model></cpu>").of(""))
                .contains("Z80");
        assertUnsupported(() -> Build.pc()
                        .with("<cpu><model>Haswell</model><feature policy='perhaps' name='x'/></cpu>")
                        .of(""))
                .contains("perhaps");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<vcpu>4</vcpu> | 4,sockets=4,cores=1,threads=1",
                "<vcpu current='1'>4</vcpu> | 1,maxcpus=4,sockets=4,cores=1,threads=1",
                "<vcpu>8</vcpu><cpu><topology sockets='2' cores='2' threads='2'/></cpu>"
                        + " | 8,sockets=2,dies=1,cores=2,threads=2"
            })
    void vcpusAreArranged(String elements, String expected) {
        assertThat(value(Build.pc().with(elements).of(""), "-smp")).isEqualTo(expected);
    }

    @Test
    void numbersOfVcpusThatCannotBeAreRefused() {
        assertUnsupported(() -> Build.pc().with("<vcpu>256</vcpu>").of("")).contains("255");
        assertUnsupported(() -> Build.pc()
                        .with("<vcpu>4</vcpu><cpu><topology sockets='1' cores='3' threads='1'/></cpu>")
                        .of(""))
                .contains("make 3 vcpus");
        assertUnacceptable(() -> Build.pc().with("<vcpu current='5'>4</vcpu>").of(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<clock offset='utc'/> | base=utc",
                "<clock offset='localtime'/> | base=localtime",
                "<clock offset='variable' adjustment='-30'/> | base=2009-02-13T23:31:00",
                "<clock offset='variable' adjustment='0' basis='localtime'/> | base=2009-02-13T23:01:30",
                "<clock offset='absolute' start='0'/> | base=1970-01-01T00:00:00",
                "<clock offset='utc'><timer name='rtc' track='wall' tickpolicy='catchup'/></clock>"
                        + " | base=utc,clock=host,driftfix=slew"
            })
    void theClockStartsWhereItIsTold(String elements, String expected) {
        assertThat(value(Build.pc().with(elements).of(""), "-rtc")).isEqualTo(expected);
    }

    @Test
    void aTimeZoneIsInheritedByTheEmulator() {
        CommandLine command = Build.pc()
                .with("<clock offset='timezone' timezone='Europe/Paris'/>")
                .of("");
        assertThat(value(command, "-rtc")).isEqualTo("base=localtime");
        assertThat(command.environment()).containsEntry("TZ", "Europe/Paris");
    }

    @Test
    void memoryIsRoundedUpToWholeMegabytes() {
        CommandLine command =
                Build.pc().with("<memory unit='KiB'>219100</memory>").of("");
        assertThat(value(command, "-m")).isEqualTo("214");
        assertThat(value(command, "-object")).contains("\"size\":224395264");
        assertUnacceptable(() -> Build.pc().with("<memory>0</memory>").of(""));
        assertUnacceptable(
                () -> Build.pc().with("<memory unit='parsecs'>1</memory>").of(""));
    }

    @Test
    void memoryCanBeSharedHugeAndLocked() {
        CommandLine command = Build.pc()
                .with("<memoryBacking><hugepages/><locked/><access mode='shared'/>"
                        + "<allocation mode='immediate'/></memoryBacking>")
                .of("");
        assertThat(value(command, "-object"))
                .contains("memory-backend-memfd", "\"hugetlb\":true", "\"share\":true", "\"prealloc\":true");
        assertThat(value(command, "-overcommit")).isEqualTo("mem-lock=on");
        assertUnsupported(() -> Build.pc()
                        .with("<memoryBacking><source type='file'/></memoryBacking>")
                        .of(""))
                .contains("memfd");
    }

    @Test
    void memoryCanBeSplitIntoNodes() {
        CommandLine command = Build.pc()
                .with("<vcpu>4</vcpu><cpu><numa><cell id='0' cpus='0-1,3' memory='32' unit='MiB'/>"
                        + "<cell id='1' cpus='2' memory='32768'/></numa></cpu>")
                .of("");
        assertThat(values(command, "-numa"))
                .containsExactly(
                        "node,nodeid=0,cpus=0-1,cpus=3,memdev=ram-node0", "node,nodeid=1,cpus=2,memdev=ram-node1");
        assertThat(value(command, "-machine")).doesNotContain("memory-backend");
    }

    @Test
    void featuresOfTheMachine() {
        CommandLine command = Build.q35()
                .virtualized()
                .with("<features><acpi/><smm state='on'/><ioapic driver='qemu'/><vmport state='off'/></features>"
                        + "<clock offset='utc'><timer name='hpet' present='no'/></clock>")
                .of("");
        assertThat(value(command, "-machine"))
                .isEqualTo("q35,usb=off,vmport=off,smm=on,kernel_irqchip=split,dump-guest-core=off,"
                        + "memory-backend=pc.ram,hpet=off");
        assertThat(value(command, "-accel")).isEqualTo("kvm");
        assertThat(command.arguments()).doesNotContain("-no-acpi");
    }

    @Test
    void acpiIsTurnedOffTheWayTheVersionKnows() {
        assertThat(Build.pc().of("").arguments()).contains("-no-acpi");
        CommandLine newer = Build.pc()
                .by(StoredEmulators.without(new EmulatorVersion(9, 0, 0)))
                .of("");
        assertThat(newer.arguments()).doesNotContain("-no-acpi");
        assertThat(value(newer, "-machine")).contains("acpi=off");
    }

    @Test
    void firmwareInFlashHasItsVariablesBesideIt() {
        CommandLine command = Build.q35()
                .with(
                        "<os><type arch='x86_64' machine='q35'>hvm</type>"
                                + "<loader readonly='yes' secure='yes' type='pflash'>/CODE.fd</loader><nvram>/VARS.fd</nvram></os>")
                .of("");
        assertThat(values(command, "-blockdev"))
                .anyMatch(node -> node.contains("libvirt-pflash0-format") && node.contains("\"read-only\":true"))
                .anyMatch(node -> node.contains("libvirt-pflash1-format") && node.contains("\"read-only\":false"));
        assertThat(value(command, "-machine"))
                .contains("pflash0=libvirt-pflash0-format,pflash1=libvirt-pflash1-format");
        assertThat(values(command, "-global")).contains("driver=cfi.pflash01,property=secure,value=on");
        assertThat(value(
                        Build.pc()
                                .with("<os><type machine='pc'>hvm</type><loader>/bios.bin</loader></os>")
                                .of(""),
                        "-bios"))
                .isEqualTo("/bios.bin");
        assertUnsupported(() -> Build.q35()
                        .with("<os firmware='efi'><type machine='q35'>hvm</type></os>")
                        .of(""))
                .contains("<loader");
    }

    @Test
    void aKernelIsLoadedDirectly() {
        CommandLine command = Build.pc()
                .with("<os><type machine='pc'>hvm</type><kernel>/k</kernel><initrd>/i</initrd>"
                        + "<cmdline>a=1, b=\"x y\"</cmdline><dtb>/d</dtb></os>")
                .of("");
        assertThat(command.arguments())
                .containsSequence("-kernel", "/k", "-initrd", "/i", "-append", "a=1, b=\"x y\"", "-dtb", "/d");
    }

    @Test
    void machinesThatAreUnknownOrOfAnotherFamilyAreRefused() {
        assertUnsupported(() -> Build.pc().on("pc-9000").of("")).contains("pc-9000");
        assertUnsupported(() -> Build.pc().on("microvm").of("")).contains("q35");
        assertThat(value(
                        Build.pc()
                                .with("<os><type arch='x86_64'>hvm</type></os>")
                                .of(""),
                        "-machine"))
                .startsWith("pc-i440fx-7.2,");
    }

    @Test
    void anOldEmulatorGetsOptionsItCanRead() {
        CommandLine command = Build.pc()
                .by(StoredEmulators.without(new EmulatorVersion(5, 2, 0)))
                .of(
                        "<disk type='file' device='disk'><source file='/a,b'/><target dev='vda' bus='virtio'/></disk>"
                                + "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>");
        assertThat(values(command, "-device"))
                .contains(
                        "virtio-blk-pci,bus=pci.0,addr=0x3,drive=libvirt-1-format,id=virtio-disk0,bootindex=1",
                        "virtio-net-pci,netdev=hostnet0,id=net0,mac=52:54:00:00:00:01,bus=pci.0,addr=0x2");
        assertThat(value(command, "-netdev")).isEqualTo("user,id=hostnet0");
        assertThat(value(command, "-object")).isEqualTo("memory-backend-ram,id=pc.ram,size=67108864");
        // Block nodes have always been JSON.
        assertThat(values(command, "-blockdev").get(0)).contains("\"filename\":\"/a,b\"");
    }

    @Test
    void smallDevices() {
        CommandLine command = Build.q35()
                .with("<genid/>")
                .of(
                        "<rng model='virtio'><backend model='egd' type='unix'><source mode='connect' path='/e'/></backend></rng>"
                                + "<vsock model='virtio'><cid auto='yes'/></vsock>"
                                + "<panic model='pvpanic'/><hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/>"
                                + "<product id='0xbeef'/></source></hostdev>"
                                + "<filesystem type='mount' accessmode='mapped'><source dir='/s'/><target dir='t'/><readonly/></filesystem>"
                                + "<input type='evdev'><source dev='/dev/input/event1' grab='all'/></input>"
                                + "<redirdev bus='usb' type='spicevmc'/><watchdog model='itco' action='reset'/>");
        assertThat(values(command, "-object"))
                .anyMatch(object -> object.contains("rng-egd") && object.contains("charrng0"))
                .anyMatch(object -> object.contains("input-linux") && object.contains("grab_all"));
        assertThat(device(command, "vsock0")).contains("\"guest-cid\":");
        assertThat(device(command, "panic0")).contains("pvpanic-pci");
        assertThat(device(command, "hostdev0")).contains("\"vendorid\":4660,\"productid\":48879");
        assertThat(device(command, "vmgenid0")).contains("\"guid\":\"auto\"");
        assertThat(device(command, "redir0")).contains("usb-redir");
        assertThat(value(command, "-fsdev")).contains("security_model=mapped").contains("readonly=on");
        assertThat(value(command, "-watchdog-action")).isEqualTo("reset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<hostdev mode='subsystem' type='pci'><source><address bus='6' slot='1' function='0'/></source></hostdev>",
                "<filesystem type='mount'><driver type='virtiofs'/><source dir='/s'/><target dir='t'/></filesystem>",
                "<memballoon model='xen'/>",
                "<sound model='gus'/>",
                "<watchdog model='diag288'/>",
                "<smartcard mode='host'/>",
                "<tpm model='tpm-tis'><backend type='emulator'/></tpm>",
                "<input type='tablet' bus='ps2'/>",
                "<controller type='scsi' model='buslogic'/>",
                "<controller type='usb' model='fantasy'/>"
            })
    void devicesThatCannotBeHadAreRefused(String device) {
        assertUnsupported(() -> Build.pc().of(device)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<cputune><shares>2048</shares></cputune> | cputune",
                "<numatune><memory mode='strict' nodeset='0'/></numatune> | numatune",
                "<memtune><hard_limit unit='KiB'>1000000</hard_limit></memtune> | memtune",
                "<blkiotune><weight>500</weight></blkiotune> | blkiotune",
                "<features><msrs unknown='fault'/></features> | msrs",
                "<features><kvm><pv-ipi state='on'/></kvm></features> | pv-ipi",
                "<clock offset='utc'><timer name='sundial'/></clock> | sundial",
                "<clock offset='utc'><timer name='tsc' mode='paravirt'/></clock> | paravirt"
            })
    void tuningThatWouldBeLostIsRefused(String element, String name) {
        assertUnsupported(() -> Build.pc().with(element).of("")).contains(name);
    }

    @Test
    void argumentsOfTheUsersOwnComeLast() {
        CommandLine command = Build.pc()
                .whole("<domain type='qemu' xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><name>g</name>"
                        + "<memory>65536</memory><os><type machine='pc'>hvm</type></os>"
                        + "<q:commandline><q:arg value='-trace'/><q:arg value='a b'/><q:env name='N' value='V'/>"
                        + "</q:commandline></domain>");
        assertThat(command.arguments()).endsWith("-trace", "a b");
        assertThat(command.environment()).containsEntry("N", "V").containsEntry("LC_ALL", "C");
    }
}
