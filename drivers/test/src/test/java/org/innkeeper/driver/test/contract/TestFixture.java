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
import org.innkeeper.driver.tck.HostXml;
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
        return HostXml.testGuest(name, uuid, "<type arch='x86_64'>hvm</type>");
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
        return HostXml.network(name, uuid);
    }

    @Override
    public String poolXml(String name, UUID uuid) {
        return HostXml.directoryPool(name, uuid, "/pools/" + name);
    }

    @Override
    public Optional<DriverConnection> migrationTarget() {
        return Optional.of(open(elsewhere, ""));
    }

    @Override
    public Optional<String> nodeDeviceXml() {
        return Optional.of(HostXml.fibreChannelDevice());
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
