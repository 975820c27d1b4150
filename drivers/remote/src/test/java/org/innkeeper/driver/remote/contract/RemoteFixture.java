package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.RemoteProvider;
import org.innkeeper.driver.remote.peer.DelayingProxy;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.DriverFixture;
import org.innkeeper.driver.tck.HostXml;

/** What the fixtures of all hypervisors behind a libvirtd share. */
abstract class RemoteFixture implements DriverFixture {
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final LibvirtdPeer peer;
    private final String uri;
    private final String slowUri;
    private final List<DriverConnection> opened = new ArrayList<>();
    private final List<DelayingProxy> proxies = new ArrayList<>();
    private final Path files;

    /** @param slowUri the same hypervisor over TCP, with {@code PORT} for the port */
    RemoteFixture(LibvirtdPeer peer, String uri, String slowUri) {
        this.peer = peer;
        this.uri = uri;
        this.slowUri = slowUri;
        try {
            files = Files.createTempDirectory(peer.directory(), "contract");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DriverConnection open() {
        return open(uri);
    }

    final DriverConnection open(String where) {
        DriverConnection connection = new RemoteProvider()
                .open(
                        CallContext.within(Duration.ofSeconds(30)),
                        ConnectUri.parse(where),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        opened.add(connection);
        return connection;
    }

    final Path file(String name) {
        return files.resolve(name);
    }

    @Override
    public boolean guestReacts() {
        return false;
    }

    @Override
    public String hostPath(String name) {
        return file(name).toString();
    }

    @Override
    public String networkXml(String name, UUID uuid) {
        return HostXml.network(name, uuid);
    }

    @Override
    public String poolXml(String name, UUID uuid) {
        return HostXml.directoryPool(name, uuid, file(name).toString());
    }

    @Override
    public Optional<DriverConnection> slow() {
        DelayingProxy proxy = new DelayingProxy(peer.tcpPort(), Duration.ZERO);
        proxies.add(proxy);
        DriverConnection connection = open(slowUri.replace("PORT", Integer.toString(proxy.port())));
        proxy.setRoundTrip(SLOW);
        return Optional.of(connection);
    }

    @Override
    public void close() {
        opened.forEach(DriverConnection::close);
        proxies.forEach(DelayingProxy::close);
    }
}
