package org.innkeeper.driver.xen.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.capabilities.DomainCapabilities;
import org.innkeeper.driver.xen.definition.Dialect;
import org.junit.jupiter.api.Test;

class XenDomainCapabilitiesTest {
    private static final String KINDS = "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64";

    private static DomainCapabilities of(MachineKind kind, boolean xl) {
        return DomainCapabilities.parse(
                XmlDocument.of(XenDomainCapabilities.of("/opt/qemu", kind, "x86_64", kind.mostVcpus(4_017_000), xl))
                        .toText());
    }

    @Test
    void kindsComeWithTheHypervisorAndItsTools() {
        assertThat(MachineKind.of(KINDS, 4_017_000, true))
                .containsExactly(MachineKind.XENPV, MachineKind.XENPVH, MachineKind.XENFV);
        assertThat(MachineKind.of(KINDS, 4_004_000, false)).containsExactly(MachineKind.XENPV, MachineKind.XENFV);
        assertThat(MachineKind.of(KINDS, 4_009_000, true)).containsExactly(MachineKind.XENPV, MachineKind.XENFV);
        assertThat(MachineKind.of("xen-3.0-x86_64", 4_017_000, true)).containsExactly(MachineKind.XENPV);
        assertThat(MachineKind.of("", 0, true)).isEmpty();
        assertThat(MachineKind.named("hvm")).contains(MachineKind.XENFV);
        assertThat(MachineKind.named(null)).isEmpty();
    }

    @Test
    void virtualCpusDependOnTheVersion() {
        assertThat(MachineKind.XENPV.mostVcpus(3_001_000)).isEqualTo(32);
        assertThat(MachineKind.XENPV.mostVcpus(4_017_000)).isEqualTo(512);
        assertThat(MachineKind.XENFV.mostVcpus(4_017_000)).isEqualTo(128);
    }

    @Test
    void aFullyVirtualizedGuestHasAWholeMachine() {
        DomainCapabilities capabilities = of(MachineKind.XENFV, true);
        assertThat(capabilities.path()).isEqualTo("/opt/qemu");
        assertThat(capabilities.machine()).isEqualTo("xenfv");
        assertThat(capabilities.vcpu().max()).isEqualTo(128);
        assertThat(capabilities.values("disk", "bus")).containsExactly("ide", "scsi", "xen");
        assertThat(capabilities.values("graphics", "type")).containsExactly("sdl", "vnc", "spice");
        assertThat(of(MachineKind.XENFV, false).values("graphics", "type")).containsExactly("sdl", "vnc");
        assertThat(capabilities.values("hostdev", "pciBackend")).containsExactly("xen");
    }

    @Test
    void othersHaveXensDevicesOnly() {
        assertThat(of(MachineKind.XENPV, true).values("disk", "bus")).containsExactly("xen");
        assertThat(of(MachineKind.XENPV, true).values("video", "modelType")).containsExactly("xen");
        assertThat(of(MachineKind.XENPVH, true).values("disk", "bus")).containsExactly("xen");
        assertThat(of(MachineKind.XENPVH, true).values("graphics", "type")).isEmpty();
    }

    @Test
    void guestsOfTheKindPvhAreListedBesideTheOthers() {
        XmlElement capabilities = XenCapabilities.of("x86_64", "", KINDS, Dialect.LIBVIRT_9);
        int before = capabilities.elements("guest").size();
        PvhCapabilities.add(capabilities);
        PvhCapabilities.add(XenCapabilities.of("x86_64", "", "xen-3.0-x86_64", Dialect.LIBVIRT_9));
        assertThat(capabilities.elements("guest")).hasSize(before + 1);
        XmlElement guest = capabilities.elements("guest").get(before);
        assertThat(guest.element("os_type").text()).isEqualTo("xenpvh");
        assertThat(guest.element("arch").element("machine").text()).isEqualTo("xenpvh");
        assertThat(guest.element("arch").element("loader")).isNull();
    }
}
