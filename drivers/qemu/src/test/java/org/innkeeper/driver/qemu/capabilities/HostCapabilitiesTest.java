package org.innkeeper.driver.qemu.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.capabilities.Capabilities;
import org.innkeeper.core.xml.capabilities.DomainCapabilities;
import org.innkeeper.core.xml.capabilities.GuestCapabilities;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCapabilitiesTest {
    private static final NodeInfo NODE = new NodeInfo("x86_64", 4_194_304, 4, 2400, 1, 1, 2, 2);

    @TempDir
    Path directory;

    private HostCapabilities capabilities;

    @BeforeEach
    void findEmulator() {
        EmulatorCatalog catalog = new EmulatorCatalog(directory.resolve("cache"));
        assumeTrue(catalog.binaries().containsKey("x86_64"), "qemu-system-x86_64 is not installed");
        capabilities = new HostCapabilities(catalog, Accelerators.detect());
    }

    private static XmlElement parse(String text) {
        return XmlDocument.parse(text).root();
    }

    private static List<String> choices(XmlElement element, String name) {
        return element.elements("enum").stream()
                .filter(choice -> name.equals(choice.attribute("name")))
                .flatMap(choice -> choice.elements("value").stream())
                .map(XmlElement::text)
                .toList();
    }

    @Test
    void theHostAndItsGuestsAreDescribed() {
        XmlElement root = parse(capabilities.host(CallContext.create(), NODE));
        XmlElement cpu = root.element("host").element("cpu");
        assertThat(cpu.element("arch").text()).isEqualTo("x86_64");
        assertThat(cpu.element("topology").attribute("cores")).isEqualTo("2");
        XmlElement arch = root.elements("guest").get(0).element("arch");
        assertThat(arch.element("emulator").text()).contains("qemu-system-x86_64");
        assertThat(arch.elements("machine")).anySatisfy(machine -> {
            assertThat(machine.text()).isEqualTo("q35");
            assertThat(machine.attribute("canonical")).startsWith("pc-q35-");
            assertThat(Integer.parseInt(machine.attribute("maxCpus"))).isPositive();
        });
        assertThat(arch.elements("domain")).anyMatch(domain -> "qemu".equals(domain.attribute("type")));
    }

    @Test
    void aMachineTypeSaysWhatItsGuestsCanHave() {
        XmlElement pc = parse(capabilities.domain(CallContext.create(), null, "x86_64", "pc", "qemu"));
        assertThat(pc.element("machine").text()).startsWith("pc-i440fx-");
        assertThat(pc.element("domain").text()).isEqualTo("qemu");
        assertThat(choices(pc.element("devices").element("disk"), "bus")).contains("ide", "virtio", "scsi", "usb");
        assertThat(choices(pc.element("devices").element("video"), "modelType")).contains("virtio", "vga");
        XmlElement passthrough = pc.element("cpu").elements("mode").get(0);
        assertThat(passthrough.attribute("supported")).isEqualTo("no");
        XmlElement q35 = parse(capabilities.domain(CallContext.create(), null, null, "q35", null));
        assertThat(choices(q35.element("devices").element("disk"), "bus"))
                .contains("sata")
                .doesNotContain("ide");
    }

    @Test
    void anUnknownMachineTypeIsRefused() {
        assertThatThrownBy(() -> capabilities.domain(CallContext.create(), null, "x86_64", "pc-9000", "qemu"))
                .isInstanceOfSatisfying(InnkeeperException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG);
                    assertThat(e.getMessage()).contains("pc-9000");
                });
        assertThatThrownBy(() -> capabilities.domain(CallContext.create(), null, "x86_64", "pc", "xen"))
                .hasMessageContaining("'xen'");
    }

    @Test
    void factsOfTheHostComeFromItsSystemFiles() throws IOException {
        write("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
        write("proc/cpuinfo", "processor\t: 0\nvendor_id\t: AuthenticAMD\n");
        write("sys/devices/system/cpu/cpu0/topology/physical_package_id", "0\n");
        write("sys/devices/system/cpu/cpu0/topology/core_id", "3\n");
        write("sys/devices/system/cpu/cpu0/topology/thread_siblings_list", "0,4\n");
        write("sys/devices/system/node/node0/cpulist", "0-1,4\n");
        write("sys/devices/system/node/node0/meminfo", "Node 0 MemTotal:       2048 kB\n");
        write("sys/devices/system/node/node1/cpulist", "2-3\n");
        HostFacts facts = HostFacts.read(NODE, directory);
        assertThat(facts.uuid()).isEqualTo(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
        assertThat(facts.vendor()).isEqualTo("AMD");
        assertThat(facts.cells()).extracting(HostFacts.Cell::memory).containsExactly(2048L, 0L);
        assertThat(facts.cells().get(0).cpus())
                .containsExactly(
                        new HostFacts.LogicalCpu(0, 0, 3, "0,4"),
                        new HostFacts.LogicalCpu(1, -1, -1, ""),
                        new HostFacts.LogicalCpu(4, -1, -1, ""));
        assertThat(facts.cells().get(1).cpus())
                .extracting(HostFacts.LogicalCpu::id)
                .containsExactly(2, 3);
        HostFacts bare = HostFacts.read(NODE, directory.resolve("nothing"));
        assertThat(bare.uuid()).isNull();
        assertThat(bare.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.memory()).isEqualTo(4_194_304);
            assertThat(cell.cpus()).hasSize(4);
        });
    }

    @Test
    void theProgramReadsBothDocuments() {
        Capabilities host = Capabilities.parse(capabilities.host(CallContext.create(), NODE));
        GuestCapabilities guest = host.guest("hvm", "x86_64").orElseThrow();
        assertThat(guest.architecture().emulator()).contains("qemu-system-x86_64");
        assertThat(guest.architecture().machines())
                .anyMatch(machine -> machine.name().equals("pc") && machine.maxCpus() > 1);
        assertThat(host.guest("hvm", "i686")).isPresent();
        assertThat(host.hypervisors()).contains("qemu");
        DomainCapabilities domain =
                DomainCapabilities.parse(capabilities.domain(CallContext.create(), null, "x86_64", "q35", "qemu"));
        assertThat(domain.values("disk", "bus")).contains("virtio", "sata");
        assertThat(domain.values("graphics", "type")).contains("vnc");
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
