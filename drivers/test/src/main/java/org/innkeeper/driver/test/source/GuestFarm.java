package org.innkeeper.driver.test.source;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.driver.test.hook.HostClock;
import org.innkeeper.driver.test.host.DiskFacts;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.DomainFacts;
import org.innkeeper.driver.test.host.Ids;
import org.innkeeper.driver.test.host.LifecycleAction;
import org.innkeeper.driver.test.host.NicFacts;
import org.innkeeper.driver.test.host.NodeFacts;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** A host with many running guests of two vcpus, 2 GiB, one disk and one interface each, for demonstrations of load. */
public final class GuestFarm implements HostSource {
    /** The most guests of one host. */
    public static final int MOST = 20_000;

    private static final long MEMORY = 2L << 20;
    private static final int VCPUS = 2;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;
    private static final String[] ROLES = {"web", "db", "mail", "build", "cache", "queue", "proxy", "desktop"};
    private static final String[] SYSTEMS = {
        "http://debian.org/debian/12",
        "http://ubuntu.com/ubuntu/24.04",
        "http://microsoft.com/win/2k22",
        "http://fedoraproject.org/fedora/41",
        "http://redhat.com/rhel/9.4"
    };

    private final int guests;

    /** @param guests 0 to {@link #MOST} */
    public GuestFarm(int guests) {
        if (guests < 0 || guests > MOST) {
            throw new IllegalArgumentException("guests: " + guests);
        }
        this.guests = guests;
    }

    @Override
    public TestHost make(HostClock clock, long seed) {
        TestHost host = new TestHost(clock, seed, node(), true);
        synchronized (host) {
            for (int i = 1; i <= guests; i++) {
                DomainDefinition definition = guest(seed, i);
                TestDomain domain = host.inventory().place(definition, true);
                host.life().appear(domain, definition, DomainState.RUNNING);
            }
        }
        return host;
    }

    /** A machine with room for all: one CPU and a little over 2 GiB for each guest. */
    private NodeFacts node() {
        int cells = Math.max(1, (guests + 15) / 16);
        long memory = (guests + 4L + guests / 8) * MEMORY;
        NodeInfo info = new NodeInfo("x86_64", memory, cells * 16, 2_600, cells, 1, 8, 2);
        return new NodeFacts(info, Collections.nCopies(cells, (memory << 10) / cells / 4));
    }

    private static DomainDefinition guest(long seed, int number) {
        String name = String.valueOf(ROLES[number % ROLES.length]) + "-" + padded(number);
        UUID uuid = Ids.uuid(mix(seed + number * GOLDEN), mix(seed ^ number));
        String mac = Ids.mac(number);
        String disk = "/var/lib/images/" + name + ".qcow2";
        DomainFacts facts = new DomainFacts(
                name,
                uuid,
                MEMORY,
                MEMORY,
                VCPUS,
                VCPUS,
                LifecycleAction.DESTROY,
                LifecycleAction.RESTART,
                LifecycleAction.DESTROY,
                List.of(DiskFacts.of("vda", disk, "disk")),
                List.of(new NicFacts(mac, "default", "vnet" + number)),
                Map.of(),
                List.of());
        return DomainDefinition.generated(facts, () -> xml(facts, SYSTEMS[number % SYSTEMS.length]));
    }

    private static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(5 - digits.length()) + digits;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
        return mixed ^ mixed >>> 31;
    }

    private static String xml(DomainFacts facts, String system) {
        NicFacts nic = facts.nics().get(0);
        return """
            <domain type='test'>
              <name>%s</name>
              <uuid>%s</uuid>
              <metadata>
                <libosinfo:libosinfo xmlns:libosinfo='http://libosinfo.org/xmlns/libvirt/domain/1.0'>
                  <libosinfo:os id='%s'/>
                </libosinfo:libosinfo>
              </metadata>
              <memory unit='KiB'>%d</memory>
              <currentMemory unit='KiB'>%d</currentMemory>
              <vcpu placement='static'>%d</vcpu>
              <os>
                <type arch='x86_64' machine='q35'>hvm</type>
                <boot dev='hd'/>
              </os>
              <features>
                <acpi/>
                <apic/>
              </features>
              <clock offset='utc'/>
              <on_poweroff>destroy</on_poweroff>
              <on_reboot>restart</on_reboot>
              <on_crash>destroy</on_crash>
              <devices>
                <emulator>/usr/bin/test-hv</emulator>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='qcow2'/>
                  <source file='%s'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='network'>
                  <mac address='%s'/>
                  <source network='%s'/>
                  <target dev='%s'/>
                  <model type='virtio'/>
                </interface>
                <serial type='pty'>
                  <target port='0'/>
                </serial>
                <console type='pty'>
                  <target type='serial' port='0'/>
                </console>
                <graphics type='vnc' port='-1' autoport='yes'/>
                <video>
                  <model type='virtio'/>
                </video>
                <memballoon model='virtio'/>
              </devices>
            </domain>
            """
                .formatted(
                        facts.name(),
                        facts.uuid(),
                        system,
                        facts.maxMemory(),
                        facts.memory(),
                        facts.vcpus(),
                        facts.disks().get(0).source(),
                        nic.mac(),
                        nic.network(),
                        nic.target());
    }
}
