package org.innkeeper.driver.test.contract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.test.SharedHosts;
import org.innkeeper.driver.test.TestDriverProvider;
import org.innkeeper.driver.test.hook.GuestActs;
import org.innkeeper.driver.test.hook.HostClock;

/** A plain default host for each test, apart from all others. */
final class TestFixture implements DriverFixture {
    private static final long SEED = 11;

    private final SharedHosts shared = new SharedHosts();
    private final TestDriverProvider provider = new TestDriverProvider(HostClock.SYSTEM, SEED, shared);
    private final TestDriverProvider elsewhere = new TestDriverProvider(HostClock.SYSTEM, SEED, new SharedHosts());
    private final String parameters;
    private final List<DriverConnection> opened = new ArrayList<>();

    TestFixture() {
        this("");
    }

    /** @param parameters more URI parameters, each with {@code &} before it */
    TestFixture(String parameters) {
        this.parameters = parameters;
    }

    @Override
    public DriverConnection open() {
        return open(provider, parameters);
    }

    private DriverConnection open(TestDriverProvider from, String more) {
        DriverConnection connection = from.open(
                CallContext.create(),
                ConnectUri.parse("test:///default?demo=no" + more),
                AuthenticationCallback.NOBODY,
                OpenOptions.readWrite(),
                LocalServices.NONE);
        opened.add(connection);
        return connection;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        return """
            <domain type='test'>
              <name>%s</name>
              %s
              <memory unit='KiB'>524288</memory>
              <vcpu>2</vcpu>
              <os>
                <type arch='x86_64'>hvm</type>
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
                .formatted(name, uuid == null ? "" : "<uuid>" + uuid + "</uuid>", name);
    }

    @Override
    public boolean guestReacts() {
        return true;
    }

    @Override
    public String hostPath(String name) {
        return "/saved/" + name;
    }

    @Override
    public Optional<String> extraDiskXml() {
        return Optional.of("<disk type='file' device='disk'><source file='/guest/extra.img'/>"
                + "<target dev='vdb' bus='virtio'/></disk>");
    }

    @Override
    public Optional<String> extraInterfaceXml(String mac) {
        return Optional.of(
                "<interface type='network'><mac address='" + mac + "'/><source network='default'/></interface>");
    }

    @Override
    public String networkXml(String name, UUID uuid) {
        return """
            <network>
              <name>%s</name>
              <uuid>%s</uuid>
              <bridge name='tckbr0'/>
              <ip address='192.168.150.1' netmask='255.255.255.0'>
                <dhcp>
                  <range start='192.168.150.2' end='192.168.150.100'/>
                </dhcp>
              </ip>
            </network>
            """
                .formatted(name, uuid);
    }

    @Override
    public String poolXml(String name, UUID uuid) {
        return "<pool type='dir'><name>" + name + "</name><uuid>" + uuid + "</uuid><target><path>/pools/" + name
                + "</path></target></pool>";
    }

    @Override
    public Optional<DriverConnection> migrationTarget() {
        return Optional.of(open(elsewhere, ""));
    }

    @Override
    public Optional<String> nodeDeviceXml() {
        return Optional.of("<device><parent>scsi_host1</parent><capability type='scsi_host'>"
                + "<capability type='fc_host'><wwnn>2000000000000001</wwnn><wwpn>2000000000000002</wwpn></capability>"
                + "</capability></device>");
    }

    @Override
    public Optional<GuestAct> crash() {
        return Optional.of((connection, context, domain) ->
                connection.facet(GuestActs.class).orElseThrow().crash(context, domain));
    }

    @Override
    public Optional<DriverConnection> slow() {
        return Optional.of(open(provider, "&latency=5000"));
    }

    @Override
    public void close() {
        opened.forEach(DriverConnection::close);
    }
}
