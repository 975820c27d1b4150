package org.innkeeper.driver.tck;

import java.util.UUID;

/** Definitions that fixtures of several drivers share. */
public final class HostXml {
    private HostXml() {}

    /**
     * A guest of a hypervisor in memory, with what {@link DriverFixture#domainXml} wants; its disk need not be there.
     *
     * @param uuid null to leave it out
     * @param osType its {@code type} element
     */
    public static String testGuest(String name, UUID uuid, String osType) {
        return """
            <domain type='test'>
              <name>%s</name>
              %s
              <memory unit='KiB'>524288</memory>
              <vcpu>2</vcpu>
              <os>
                %s
              </os>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/guest/%s.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='network'>
                  <source network='default'/>
                </interface>
                <console type='pty'/>
                <graphics type='vnc' port='-1' passwd='secret'/>
              </devices>
            </domain>
            """
                .formatted(name, uuid(uuid), osType, name);
    }

    /** The {@code uuid} element, or nothing. */
    public static String uuid(UUID uuid) {
        return uuid == null ? "" : "<uuid>" + uuid + "</uuid>";
    }

    /** A network apart from all others, that gives out addresses. */
    public static String network(String name, UUID uuid) {
        return """
            <network>
              <name>%s</name>
              %s
              <bridge name='tckbr0'/>
              <ip address='192.168.150.1' netmask='255.255.255.0'>
                <dhcp>
                  <range start='192.168.150.2' end='192.168.150.100'/>
                </dhcp>
              </ip>
            </network>
            """
                .formatted(name, uuid(uuid));
    }

    /** A pool that is a directory. */
    public static String directoryPool(String name, UUID uuid, String path) {
        return "<pool type='dir'><name>" + name + "</name>" + uuid(uuid) + "<target><path>" + path
                + "</path></target></pool>";
    }

    /** An adapter on a host of libvirt's test driver, or one like it. */
    public static String fibreChannelDevice() {
        return "<device><parent>scsi_host1</parent><capability type='scsi_host'>"
                + "<capability type='fc_host'><wwnn>2000000000000001</wwnn><wwpn>2000000000000002</wwpn></capability>"
                + "</capability></device>";
    }
}
