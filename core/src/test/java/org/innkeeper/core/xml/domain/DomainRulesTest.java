package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainRulesTest {
    private static String domain(String content) {
        return "<domain type='kvm'><name>vm</name><memory unit='MiB'>512</memory><vcpu>2</vcpu>"
                + "<os><type arch='x86_64' machine='q35'>hvm</type></os>" + content + "</domain>";
    }

    @Test
    void aPlainDomainIsAccepted() {
        assertThat(DomainDocument.parse(domain("")).name()).isEqualTo("vm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<title>a&#10;b</title>|<title>|one line",
                "<cpu><topology sockets='0' cores='1' threads='1'/></cpu>|<topology>|no number from 1",
                "<cpu><topology cores='1' threads='1'/></cpu>|<topology>|'sockets' is missing",
                "<cpu mode='custom'><model>qemu64</model><feature name='a'/><feature name='a'/></cpu>|<feature>|given twice",
                "<cpu mode='host-model'><cache mode='passthrough'/></cpu>|<cache>|host-passthrough",
                "<cpu mode='host-passthrough'><maxphysaddr mode='emulate'/></cpu>|<maxphysaddr>|'bits' must be given",
                "<cpu><numa><cell id='0' cpus='0' memory='1'/><cell id='0' cpus='1' memory='1'/></numa></cpu>|<cell>|two NUMA nodes 0",
                "<cpu><numa><cell id='0' cpus='0-1' memory='1'/><cell id='1' cpus='1' memory='1'/></numa></cpu>|<cell>|in two NUMA nodes",
                "<cpu><numa><cell id='0' cpus='0-9' memory='1'/></numa></cpu>|<numa>|beyond the 2",
                "<cputune><vcpupin vcpu='0' cpuset='0'/><vcpupin vcpu='0' cpuset='1'/></cputune>|<vcpupin>|pinned twice",
                "<cputune><vcpupin vcpu='0' cpuset='x'/></cputune>|<vcpupin>|no set of numbers",
                "<cputune><vcpusched vcpus='0' scheduler='fifo'/></cputune>|<vcpusched>|needs a 'priority'",
                "<iothreadids><iothread id='0'/></iothreadids>|<iothread>|from 1",
                "<iothreads>1</iothreads><cputune><iothreadpin iothread='2' cpuset='0'/></cputune>|<iothreadpin>|no I/O thread 2",
                "<numatune><memory mode='strict' placement='static'/></numatune>|<memory>|'nodeset' must be given",
                "<numatune><memnode cellid='0' nodeset='0'/></numatune>|<memnode>|no NUMA nodes",
                "<maxMemory unit='KiB'>999999999</maxMemory>|<maxMemory>|'slots' must be given",
                "<memoryBacking><hugepages><page size='2048' nodeset='3'/></hugepages></memoryBacking>|<page>|no NUMA node 3",
                "<clock offset='timezone'/>|<clock>|needs the attribute 'timezone'",
                "<clock offset='utc' adjustment='soon'/>|<clock>|number of seconds",
                "<clock offset='utc'><timer present='no'/></clock>|<timer>|'name' is missing",
                "<sysinfo type='smbios'><bios><entry name='date'>31/12/2020</entry></bios></sysinfo>|<entry>|no date",
                "<seclabel type='static' model='dac'/>|<seclabel>|needs a <label>",
                "<on_crash>explode</on_crash>|<domain>|'explode' is no value of on_crash",
                "<features><hyperv><spinlocks state='on' retries='9'/></hyperv></features>|<hyperv>|at least 4095",
                "<features><kvm><dirty-ring state='on' size='1000'/></kvm></features>|<kvm>|power of two",
                "<features><smm state='on'><tseg unit='KiB'>5</tseg></smm></features>|<smm>|multiple of 1 MiB",
                "<sysinfo type='fwcfg'><entry name='etc/x'>v</entry></sysinfo>|<entry>|start with opt/",
                "<sysinfo type='fwcfg'><entry name='opt/x'/></sysinfo>|<entry>|text or a 'file'",
                "<seclabel type='dynamic' model='dac' relabel='no'/>|<seclabel>|needs relabelling",
                "<q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:env name='1a'/></q:commandline>|<q:env>|starts with a letter",
                "<vcpus><vcpu id='5' enabled='yes'/></vcpus>|<vcpu>|below 2"
            })
    void brokenSettingsAreRefused(String content, String element, String reason) {
        refused(domain(content), element, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<disk type='file'><source file='/a'/></disk>|<disk>|<target> is missing for /a",
                "<disk><target dev='hda'/></disk><disk><target dev='hda'/></disk>|<disk>|used by two disks",
                "<disk><target dev='vda1' bus='virtio'/></disk>|<disk>|is a partition",
                "<disk device='floppy'><target dev='fda' bus='ide'/></disk>|<disk>|only floppies",
                "<disk device='lun' type='file'><target dev='sda' bus='scsi'/></disk>|<disk>|type block",
                "<disk><driver name='qemu' type='qcow9'/><target dev='hda'/></disk>|<driver>|not known",
                "<disk><driver name='qemu' iothread='1'/><target dev='hda' bus='ide'/></disk>|<disk>|I/O thread 1",
                "<disk type='network'><source name='x'/><target dev='vda'/></disk>|<source>|'protocol' is missing",
                "<disk type='network'><source protocol='nbd'><host transport='unix'/></source><target dev='vda'/></disk>|<host>|'socket'",
                "<disk type='volume'><source pool='p'/><target dev='vda'/></disk>|<source>|'pool' and 'volume'",
                "<disk><target dev='vda' bus='virtio'/><wwn>12</wwn></disk>|<wwn>|16 hexadecimal",
                "<disk><target dev='sda' bus='scsi'/><vendor>TOOLONGNAME</vendor></disk>|<vendor>|at most 8",
                "<disk><target dev='sda' bus='sata'/><address type='pci' slot='3'/></disk>|<address>|does not fit",
                "<disk><target dev='vda' bus='virtio'/><iotune><total_bytes_sec>1</total_bytes_sec><read_bytes_sec>1</read_bytes_sec></iotune></disk>|<iotune>|cannot be set together",
                "<disk><target dev='vda' bus='virtio'/><wwn>5000c50015ea71ac</wwn></disk>|<wwn>|only disks on",
                "<disk><target dev='vda'/><iotune><read_iops_sec>2000000000000000</read_iops_sec></iotune></disk>|<iotune>|no more than",
                "<controller type='pci' index='0' model='pci-root'/>|<controller>|has no 'pci-root'",
                "<controller type='pci' index='0' model='pcie-root'><address type='pci' slot='3'/></controller>|<controller>|has no address",
                "<controller type='sata' index='0'><address type='pci' slot='3'/></controller>|<controller>|built in at",
                "<controller type='usb' model='none'/><controller type='usb' index='1'/>|<controller>|disabled",
                "<interface type='user'><driver rx_queue_size='300'/></interface>|<interface>|power of two",
                "<audio id='1' type='none'/><audio id='1' type='none'/>|<audio>|no other",
                "<sound model='ich9'><audio id='2'/></sound>|<sound>|no <audio>",
                "<smartcard mode='host-certificates'><certificate>a</certificate></smartcard>|<smartcard>|three",
                "<filesystem><driver type='virtiofs'/><source dir='/a'/><target dir='a'/></filesystem>|<filesystem>|shared memory",
                "<controller type='usb' index='0' model='ohci'/>|<controller>|no model",
                "<controller type='pci' index='1' model='pcie-root'/>|<controller>|must have index 0",
                "<controller type='scsi' index='0'/><controller type='scsi' index='0'/>|<controller>|two controllers",
                "<controller type='usb' model='qemu-xhci' ports='16'/>|<controller>|from 1 to 15",
                "<controller type='usb' model='ich9-uhci1'><master startport='0'/></controller>|<controller>|no master",
                "<controller type='usb' model='none'/><hub type='usb'/>|<hub>|disabled",
                "<hub type='usb'><address type='usb' bus='0' port='1.1'/></hub>|<address>|no hub at port 1",
                "<hub type='usb'><address type='usb' bus='0' port='1.1.1.1.1'/></hub>|<address>|no path",
                "<memballoon model='virtio'><address type='pci' slot='32'/></memballoon>|<address>|more than 0x1F",
                "<rng model='virtio'><backend model='random'/><address type='pci' slot='3'/></rng><memballoon model='virtio'><address type='pci' slot='3'/></memballoon>|<address>|used twice",
                "<interface type='user'><mac address='01:00:5e:00:00:01'/></interface>|<mac>|multicast",
                "<interface type='user'><mac address='52:54'/></interface>|<mac>|not a MAC address",
                "<interface type='network'/>|<interface>|name of the 'network'",
                "<interface type='bridge'/>|<interface>|name of the 'bridge'",
                "<interface type='mcast'><source address='10.0.0.1' port='5'/></interface>|<source>|no multicast address",
                "<interface type='mcast'><source address='evil.example.org' port='5'/></interface>|<source>|no multicast address",
                "<interface type='client'><source address='10.0.0.1'/></interface>|<interface>|'port'",
                "<interface type='user'><model type='a b'/></interface>|<model>|no name of a model",
                "<serial type='file'/>|<serial>|no 'path'",
                "<serial type='tcp'><source host='a'/></serial>|<serial>|no 'service'",
                "<serial type='tcp'><source host='a' service='1'><reconnect enabled='yes' timeout='0'/></source></serial>|<reconnect>|cannot be 0",
                "<channel type='unix'/>|<channel>|needs a 'type'",
                "<graphics type='vnc'/><graphics type='vnc'/>|<graphics>|at most",
                "<graphics type='vnc' port='70000'/>|<graphics>|from -1 to 65535",
                "<graphics type='vnc' listen='1.2.3.4'><listen type='address' address='0.0.0.0'/></graphics>|<graphics>|first <listen>",
                "<graphics type='vnc' passwdValidTo='tomorrow'/>|<graphics>|no time",
                "<video><model type='vga' ram='1'/></video>|<video>|only for video cards of type qxl",
                "<video><model type='none'/></video><video><model type='vga'/></video>|<video>|the only one",
                "<input type='tablet' bus='ps2'/>|<input>|no input device of type 'tablet'",
                "<input type='mouse' bus='isa'/>|<input>|no value of @bus",
                "<filesystem><source dir='/a'/></filesystem>|<filesystem>|<target> is missing",
                "<shmem name='a'><size unit='KiB'>3</size></shmem>|<shmem>|power of two",
                "<hostdev mode='subsystem' type='mdev'><source><address/></source></hostdev>|<hostdev>|'uuid'",
                "<memballoon model='none'/><memballoon model='none'/>|<memballoon>|at most",
                "<disk><target dev='vda' bus='virtio'/><boot order='0'/></disk>|<boot>|from 1",
                "<disk><target dev='vda'/><boot order='1'/></disk><interface type='user'><boot order='1'/></interface>|<boot>|more than one"
            })
    void brokenDevicesAreRefused(String devices, String element, String reason) {
        refused(domain("<devices>" + devices + "</devices>"), element, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<domain/>|<domain>|no <name>",
                "<domain><name>a/b</name></domain>|<name>|'/'",
                "<domain><name>a</name><memory>1</memory></domain>|<domain>|no <os>",
                "<domain><name>a</name><os><type>hvm</type></os></domain>|<domain>|size of memory",
                "<domain><name>a</name><uuid>x</uuid><os><type>hvm</type></os></domain>|<uuid>|not a UUID",
                "<network/>|<network>|must be <domain>"
            })
    void brokenDomainsAreRefused(String text, String element, String reason) {
        refused(text, element, reason);
    }

    private static void refused(String text, String element, String reason) {
        assertThatThrownBy(() -> DomainDocument.parse(text))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageStartingWith(element)
                .hasMessageContaining(reason);
    }

    @Test
    void ourOwnDefinitionsKeepTheRules() {
        assertThat(TestDocuments.of("domain")).isNotEmpty();
        TestDocuments.of("domain").stream()
                .filter(file -> file.getFileName().toString().equals("workstation.xml"))
                .forEach(file -> DomainDocument.parse(TestDocuments.parse(file).toText()));
    }
}
