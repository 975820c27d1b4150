package org.innkeeper.core.xml.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.innkeeper.core.xml.SharedCorpora;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final String TODAY =
            """
            <capabilities>
              <host>
                <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
                <cpu>
                  <arch>x86_64</arch>
                  <model>Skylake-Client-IBRS</model>
                  <topology sockets='1' dies='1' cores='4' threads='2'/>
                  <feature name='vmx'/>
                  <feature name='hypervisor'/>
                  <pages unit='KiB' size='4'/>
                </cpu>
                <power_management/>
                <topology>
                  <cells num='1'>
                    <cell id='0'>
                      <memory unit='KiB'>16777216</memory>
                      <cpus num='2'>
                        <cpu id='0' socket_id='0' core_id='0' siblings='0-1'/>
                        <cpu id='1' socket_id='0' core_id='0' siblings='0-1'/>
                      </cpus>
                    </cell>
                  </cells>
                </topology>
                <secmodel><model>none</model><doi>0</doi></secmodel>
                <secmodel><model>dac</model><doi>0</doi></secmodel>
              </host>
              <guest>
                <os_type>hvm</os_type>
                <arch name='x86_64'>
                  <wordsize>64</wordsize>
                  <emulator>/usr/bin/qemu-system-x86_64</emulator>
                  <machine maxCpus='255'>pc-i440fx-7.2</machine>
                  <machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>
                  <domain type='qemu'/>
                  <domain type='kvm'><emulator>/usr/bin/kvm</emulator></domain>
                </arch>
                <features><acpi default='on' toggle='yes'/></features>
              </guest>
            </capabilities>
            """;

    @Test
    void readsTodaysDocument() {
        Capabilities capabilities = Capabilities.parse(TODAY);
        assertThat(capabilities.host().uuid()).isEqualTo("c7a5fdbd-edaf-9455-926a-d65c16db1809");
        assertThat(capabilities.host().cpu().architecture()).isEqualTo("x86_64");
        assertThat(capabilities.host().cpu().topology().cores()).isEqualTo(4);
        assertThat(capabilities.host().cpu().features()).containsExactly("vmx", "hypervisor");
        assertThat(capabilities.host().security()).hasSize(2);
        assertThat(capabilities.host().topology().cells().get(0).memory().kibibytes())
                .isEqualTo(16777216);
        assertThat(capabilities.host().topology().cells().get(0).cpus()).hasSize(2);
        GuestCapabilities guest = capabilities.guest("hvm", "x86_64").orElseThrow();
        assertThat(guest.architecture().machines()).hasSize(2);
        assertThat(guest.architecture().machines().get(1))
                .isEqualTo(new GuestCapabilities.Machine("pc", "pc-i440fx-7.2", 255));
        assertThat(guest.architecture().domains().get(1).emulator()).isEqualTo("/usr/bin/kvm");
        assertThat(capabilities.hypervisors()).containsExactly("qemu", "kvm");
        assertThat(capabilities.guest("xen", "x86_64")).isEmpty();
    }

    @Test
    void readsTheDocumentOf2007() {
        Path folder = SharedCorpora.folder("manual-2007");
        Capabilities capabilities =
                Capabilities.parse(SharedCorpora.text(folder.resolve("example-16-capabilities.xml")));
        assertThat(capabilities.host().cpu().features()).containsExactly("vmx");
        assertThat(capabilities.guests()).hasSize(2);
        assertThat(capabilities.guests().get(1).architecture().machines())
                .extracting(GuestCapabilities.Machine::name)
                .containsExactly("pc", "isapc");
    }

    @Test
    void refusesWhatItIsNot() {
        assertThatThrownBy(() -> Capabilities.parse("<domain/>")).hasMessageContaining("must be <capabilities>");
        assertThatThrownBy(() -> Capabilities.parse("<!DOCTYPE a><capabilities/>"))
                .hasMessageContaining("DOCTYPE");
        assertThat(Capabilities.parse("<capabilities/>").guests()).isEmpty();
    }

    @Test
    void readsDomainCapabilities() {
        DomainCapabilities capabilities = DomainCapabilities.parse(
                """
                <domainCapabilities>
                  <path>/usr/bin/qemu-system-x86_64</path>
                  <domain>kvm</domain>
                  <machine>pc-q35-7.2</machine>
                  <arch>x86_64</arch>
                  <vcpu max='288'/>
                  <cpu>
                    <mode name='host-passthrough' supported='yes'/>
                    <mode name='custom' supported='yes'>
                      <model usable='yes'>qemu64</model>
                      <model usable='no'>EPYC</model>
                    </mode>
                  </cpu>
                  <devices>
                    <disk supported='yes'>
                      <enum name='bus'><value>ide</value><value>virtio</value></enum>
                    </disk>
                    <tpm supported='no'/>
                  </devices>
                  <features><gic supported='no'/></features>
                </domainCapabilities>
                """);
        assertThat(capabilities.vcpu().max()).isEqualTo(288);
        assertThat(capabilities.values("disk", "bus")).containsExactly("ide", "virtio");
        assertThat(capabilities.values("sound", "model")).isEmpty();
        assertThat(capabilities.devices().get("tpm").isSupported()).isFalse();
        assertThat(capabilities.cpu().modes().get(1).models().get(1).usable()).isEqualTo("no");
        assertThat(capabilities.cpu().modes().get(0).isSupported()).isTrue();
    }

    @Test
    void readsEveryRealOne() {
        Path folder = SharedCorpora.folder("domain-caps");
        List<Path> files = SharedCorpora.documents(folder);
        files.removeIf(file -> file.endsWith("empty.xml"));
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            DomainCapabilities capabilities = DomainCapabilities.parse(SharedCorpora.text(file));
            assertThat(capabilities.architecture()).isNotEmpty();
            assertThat(capabilities.devices()).isNotEmpty();
        });
    }
}
