package org.innkeeper.driver.test;

import java.nio.file.Path;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalDriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.test.facet.TestConnection;
import org.innkeeper.driver.test.hook.HostClock;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.source.GuestFarm;
import org.innkeeper.driver.test.source.HostSource;
import org.innkeeper.driver.test.source.NodeFile;
import org.innkeeper.driver.test.source.NodeFileHost;

/**
 * A hypervisor in memory, for demonstrations and tests.
 *
 * <ul>
 *   <li>{@code test:///default} is a small host with guests in every state. All connections of the process to it see the
 *       same host; it is forgotten when the last one closes.
 *   <li>{@code test:///default?demo=no} is the host libvirt's test driver has under that name.
 *   <li>{@code test:///default?guests=N} is a host with N running guests, 0 to 20000.
 *   <li>{@code test:///default?host=NAME} is a default host of that name, apart from those with other names; it goes with
 *       the other parameters.
 *   <li>{@code test:///path/of/a/file.xml} is a host of its own for each connection, described in libvirt's format.
 * </ul>
 *
 * Parameters make a host misbehave, so that a program can be tried on bad ones:
 *
 * <ul>
 *   <li>{@code latency=MS}: every call takes so many milliseconds.
 *   <li>{@code jobs=MS}: saving, dumping, restoring, migrating and copying take so long; they tell progress and can be
 *       aborted.
 *   <li>{@code shutdown=MS}: guests need so long to shut down.
 *   <li>{@code fail=OPERATION,...}: these always fail, such as {@code domain.start} or {@code storage.createVolume}.
 *   <li>{@code die=SECONDS}: so long after it was opened, the connection is lost.
 *   <li>{@code hang=SECONDS}: so long after it was opened, the host does not answer any more.
 *   <li>{@code refuse=TEXT}: it cannot be opened, for that reason.
 * </ul>
 */
public final class TestDriverProvider extends LocalDriverProvider {
    private static final long SEED = 0x1221;
    private static final String DEFAULT = "/default";

    private final HostClock clock;
    private final long seed;
    private final SharedHosts shared;

    /** For {@link java.util.ServiceLoader}: this machine's clock, and default hosts shared by the process. */
    public TestDriverProvider() {
        this(HostClock.SYSTEM, SEED, SharedHosts.PROCESS);
    }

    /**
     * A driver of which everything can be foretold.
     *
     * @param seed the same one gives the same ids and the same load
     * @param shared default hosts are shared by the providers that have the same object here
     */
    public TestDriverProvider(HostClock clock, long seed, SharedHosts shared) {
        super("test", "the test host", ErrorOrigin.TEST);
        this.clock = clock;
        this.seed = seed;
        this.shared = shared;
    }

    @Override
    protected Claim claimLocal(ConnectUri uri) {
        if (uri.path().isEmpty() || uri.path().equals("/")) {
            throw mistake(
                    uri, "it names no test host", "Use test:///default, or test:/// with the path of a description");
        }
        UriParameters parameters = new UriParameters(uri);
        parameters.guests();
        parameters.demo();
        parameters.faults();
        return Claim.accept();
    }

    @Override
    public DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services) {
        UriParameters parameters = new UriParameters(uri);
        parameters.refusal().ifPresent(reason -> {
            throw HostErrors.of(ErrorCode.NO_CONNECT, reason);
        });
        context.check("Opening " + uri.text());
        if (!uri.path().equals(DEFAULT)) {
            NodeFile file = NodeFile.read(Path.of(uri.path()));
            Logins.check(file.logins(), uri.text(), auth, options);
            TestHost host = new NodeFileHost(file).make(clock, seed);
            return new TestConnection(host, uri.text(), parameters.faults(), () -> {});
        }
        Optional<Integer> guests = parameters.guests();
        String key =
                parameters.hostName() + guests.map(count -> "&guests=" + count).orElse("&demo=" + parameters.demo());
        TestHost host =
                shared.acquire(key, () -> source(guests, parameters.demo()).make(clock, seed));
        return new TestConnection(host, uri.text(), parameters.faults(), () -> shared.release(key));
    }

    private static HostSource source(Optional<Integer> guests, boolean demo) {
        if (guests.isPresent()) {
            return new GuestFarm(guests.get());
        }
        return demo ? NodeFileHost.demo() : NodeFileHost.plain();
    }

    @Override
    public LocalHost localHost() {
        return new LocalHost("test:///default", 0, "A host in memory to try things on");
    }
}
