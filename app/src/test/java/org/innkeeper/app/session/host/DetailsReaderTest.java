package org.innkeeper.app.session.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.app.session.DiskSummary;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.InterfaceSummary;
import org.junit.jupiter.api.Test;

class DetailsReaderTest {
    private static final String FULL =
            """
            <domain type='kvm'>
              <name>web</name>
              <title> Web server </title>
              <description>Serves</description>
              <metadata>
                <x:libosinfo xmlns:x="http://libosinfo.org/xmlns/libvirt/domain/1.0">
                  <x:os id="http://debian.org/debian/12"/>
                </x:libosinfo>
              </metadata>
              <memory unit='GiB'>2</memory>
              <vcpu current='2'>4</vcpu>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/images/web.qcow2'/><target dev='vda' bus='virtio'/>
                </disk>
                <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
                <disk type='volume'><source pool='fast' volume='data'/><target dev='vdb'/><shareable/></disk>
                <disk type='network'><source protocol='rbd' name='p/i'/><target dev='vdc'/></disk>
                <interface type='network'>
                  <mac address='52:54:00:00:00:01'/><source network='default'/><model type='virtio'/><target dev='vnet3'/>
                </interface>
                <interface type='user'/>
                <graphics type='vnc'/>
              </devices>
            </domain>
            """;

    @Test
    void readsWhatListsShow() {
        GuestDetails details = DetailsReader.read(FULL);

        assertThat(details.title()).isEqualTo("Web server");
        assertThat(details.description()).isEqualTo("Serves");
        assertThat(details.osId()).isEqualTo("http://debian.org/debian/12");
        assertThat(details.hypervisor()).isEqualTo("kvm");
        assertThat(details.arch()).isEqualTo("x86_64");
        assertThat(details.machine()).isEqualTo("q35");
        assertThat(details.vcpus()).isEqualTo(2);
        assertThat(details.memoryKiB()).isEqualTo(2L << 20);
        assertThat(details.graphics()).containsExactly("vnc");
    }

    @Test
    void readsDisksOfEveryKind() {
        assertThat(DetailsReader.read(FULL).disks())
                .containsExactly(
                        new DiskSummary(
                                "vda", "disk", "virtio", "/images/web.qcow2", "/images/web.qcow2", false, false),
                        new DiskSummary("sda", "cdrom", "sata", null, null, true, false),
                        new DiskSummary("vdb", "disk", null, "fast/data", null, false, true),
                        new DiskSummary("vdc", "disk", null, "rbd:p/i", null, false, false));
    }

    @Test
    void readsInterfaces() {
        assertThat(DetailsReader.read(FULL).interfaces())
                .containsExactly(
                        new InterfaceSummary("network", "default", "52:54:00:00:00:01", "virtio", "vnet3"),
                        new InterfaceSummary("user", null, null, null, null));
    }

    @Test
    void theOldestDefinitionsAreXenAndCountMemoryInKibibytes() {
        GuestDetails details = DetailsReader.read("<domain><name>x</name><memory>512</memory></domain>");

        assertThat(details.hypervisor()).isEqualTo("xen");
        assertThat(details.memoryKiB()).isEqualTo(512);
        assertThat(details.vcpus()).isEqualTo(1);
        assertThat(details.title()).isNull();
        assertThat(details.osId()).isNull();
        assertThat(details.disks()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        GuestDetails details = DetailsReader.read("<domain><memory unit='parsec'>5</memory><vcpu>many</vcpu></domain>");

        assertThat(details.memoryKiB()).isEqualTo(-1);
        assertThat(details.vcpus()).isEqualTo(-1);
    }
}
