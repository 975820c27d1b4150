package org.innkeeper.driver.openvz;

import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.innkeeper.driver.openvz.facet.OpenvzConnection;
import org.innkeeper.driver.openvz.host.HostPaths;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.host.Vzctl;

/**
 * OpenVZ containers of this machine, {@code openvz:///system}, without a daemon: through {@code vzctl}, {@code vzlist}, the
 * configuration files and the kernel's tables. Parameters of the URI say where those are, each an absolute directory:
 *
 * <ul>
 *   <li>{@code proc} stands for {@code /proc};
 *   <li>{@code etc} stands for {@code /etc/vz}, which holds {@code conf/VEID.conf};
 *   <li>{@code tools} is the only directory where the tools are looked for.
 * </ul>
 */
public final class OpenvzDriverProvider extends LocalDriverProvider {
    private static final String SYSTEM = "/system";
    private static final String SYSTEM_URI = "openvz:///system";
    private static final int RANK_HOST = 40;

    /** One for each place, so that all connections of the process wait for each other's changes. */
    private static final Map<HostPaths, VzHost> HOSTS = new ConcurrentHashMap<>();

    private final HostPaths machine;

    /** Found by {@link java.util.ServiceLoader}: this machine. */
    public OpenvzDriverProvider() {
        this(HostPaths.ofThisMachine());
    }

    /** @param machine where everything is that a URI does not say otherwise */
    public OpenvzDriverProvider(HostPaths machine) {
        super("openvz", "OpenVZ", ErrorOrigin.OPENVZ);
        this.machine = machine;
    }

    @Override
    protected Claim claimLocal(ConnectUri uri) {
        if (!uri.path().equals(SYSTEM)) {
            throw mistake(uri, "'" + uri.path() + "' is no path of OpenVZ", "Use " + SYSTEM_URI);
        }
        paths(uri);
        return Claim.accept();
    }

    private HostPaths paths(ConnectUri uri) {
        HostPaths paths = machine;
        paths = uri.directory("proc").map(paths::withProc).orElse(paths);
        paths = uri.directory("etc").map(paths::withConfigurationRoot).orElse(paths);
        return uri.directory("tools").map(paths::withTools).orElse(paths);
    }

    @Override
    public DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services) {
        context.check("Opening " + uri.text());
        HostPaths paths = paths(uri);
        VzHost host = HOSTS.computeIfAbsent(paths, VzHost::new);
        checkUsable(host, uri, options);
        if (!options.readOnly()) {
            host.assignUuids(context);
        }
        return new OpenvzConnection(host, uri.text(), host.abilities(context));
    }

    private void checkUsable(VzHost host, ConnectUri uri, OpenOptions options) {
        HostPaths paths = host.paths();
        if (!paths.hasOpenvzKernel()) {
            throw noConnection(
                    uri,
                    "this machine runs no OpenVZ kernel (no " + paths.containerTable() + ")",
                    "Boot an OpenVZ kernel, or connect to a host that runs one");
        }
        if (!Files.isReadable(paths.containerTable()) || !Files.isReadable(paths.beancounters())) {
            throw noConnection(
                    uri,
                    paths.containerTable() + " and " + paths.beancounters() + " are not readable for this user",
                    "Run as root, or connect to a daemon on that host");
        }
        if (!options.readOnly()
                && Files.isDirectory(paths.configuration())
                && !Files.isWritable(paths.configuration())) {
            throw noConnection(
                    uri,
                    paths.configuration() + " is not writable for this user",
                    "Run as root, or open the connection read-only");
        }
        for (String tool : new String[] {"vzlist", "vzctl"}) {
            if (host.vzctl().find(tool).isEmpty()) {
                throw noConnection(uri, "there is no " + tool + " on this machine", "Install vzctl");
            }
        }
    }

    @Override
    public LocalHost localHost() {
        if (!machine.hasOpenvzKernel()) {
            return LocalHost.none("this machine runs no OpenVZ kernel (no /proc/vz)");
        }
        return new Vzctl(machine.tools()).find("vzctl").isPresent()
                ? new LocalHost(SYSTEM_URI, RANK_HOST, "OpenVZ containers")
                : LocalHost.none("this machine runs an OpenVZ kernel, but vzctl is missing: install vzctl");
    }
}
