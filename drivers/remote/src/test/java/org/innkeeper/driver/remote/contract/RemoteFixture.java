package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
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

    private static final Map<String, String> DEVIATIONS = Map.of(
            "DomainContract.redefinedRunningDomainIsUpdated",
            "virDomainIsUpdated stays 0 when a running guest is defined anew, in libvirt's own client too");

    private static final Map<String, List<Refusal>> REFUSALS = Map.ofEntries(
            refusal(
                    "ConsoleContract.addressesBelongToInterfaces",
                    ErrorCode.INVALID_ARG,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "a source of addresses nobody knows is VIR_ERR_ARGUMENT_UNSUPPORTED"),
            refusal(
                    "DomainContract.brokenXmlIsRefusedWithItsPlace",
                    ErrorCode.XML_DETAIL,
                    ErrorCode.NO_NAME,
                    "libvirt takes a document type, and misses the name then"),
            refusal(
                    "DomainContract.nameOrUuidOfAnotherDomainIsTaken",
                    ErrorCode.DOM_EXIST,
                    ErrorCode.OPERATION_FAILED,
                    "virDomainObjListAdd says VIR_ERR_OPERATION_FAILED for a taken name or UUID"),
            refusal(
                    "SchedulerContract.wrongParametersChangeNothing",
                    ErrorCode.INVALID_ARG,
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    "virTypedParamsValidate says VIR_ERR_ARGUMENT_UNSUPPORTED for a name nobody knows"));

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

    /**
     * An entry of {@link #refusals}.
     *
     * @param libvirt the code it has instead; null where it does what should be refused
     */
    static Map.Entry<String, List<Refusal>> refusal(String test, ErrorCode contract, ErrorCode libvirt, String why) {
        return Map.entry(test, List.of(new Refusal(contract, libvirt, why)));
    }

    /** What this hypervisor does otherwise, beside what all do. */
    abstract Map<String, String> ownDeviations();

    /** What this hypervisor refuses otherwise, beside what all do. */
    abstract Map<String, List<Refusal>> ownRefusals();

    @Override
    public final Map<String, String> deviations() {
        return together(DEVIATIONS, ownDeviations());
    }

    @Override
    public final Map<String, List<Refusal>> refusals() {
        return together(REFUSALS, ownRefusals());
    }

    private static <V> Map<String, V> together(Map<String, V> some, Map<String, V> others) {
        Map<String, V> all = new HashMap<>(some);
        all.putAll(others);
        return all;
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
