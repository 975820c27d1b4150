package org.innkeeper.driver.xen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalDriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.xen.facet.XenConnection;
import org.innkeeper.driver.xen.host.HostFacts;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.unified.HostParts;
import org.innkeeper.driver.xen.unified.XenParts;
import org.innkeeper.driver.xen.xend.XendAddress;

/**
 * The Xen of this machine, {@code xen:///}, by all the ways there are to it; and the forms of before 2007: {@code xen} for
 * the same, {@code ///path/to/xend-socket} for a xend that listens elsewhere, {@code http://host:8000/} for one on the
 * network. Parameters of {@code xen:///} say where things are, each an absolute directory: {@code proc}, {@code sys},
 * {@code dev}, {@code run} and {@code lib} stand for {@code /proc}, {@code /sys}, {@code /dev}, {@code /var/run} and
 * {@code /var/lib}, {@code etc} for {@code /etc/xen}, and {@code tools} is the only directory where tools are looked for.
 */
public final class XenDriverProvider extends LocalDriverProvider {
    private static final String XEN = "xen";
    private static final String LOCAL_URI = "xen:///";
    private static final int RANK_HOST = 40;
    private static final Set<String> PATHS = Set.of("", "/", "/system");

    /** What libvirt's proxy of before 2008 listened at; nothing speaks its protocol any more. */
    private static final Path PROXY = Path.of("/tmp/libvirt_proxy_conn");

    private static final String REMEDY = "Run as root. For a read-only view let this user into "
            + "/var/run/xenstored/socket_ro (chmod 666). For xend write (xend-unix-server yes) or (xend-http-server yes) "
            + "into /etc/xen/xend-config.sxp, then restart xend";

    private final HostPaths machine;
    private final Path deadProxy;

    /** Found by {@link java.util.ServiceLoader}: this machine. */
    public XenDriverProvider() {
        this(HostPaths.ofThisMachine());
    }

    /** @param machine where everything is that a URI does not say otherwise */
    public XenDriverProvider(HostPaths machine) {
        this(machine, PROXY);
    }

    XenDriverProvider(HostPaths machine, Path deadProxy) {
        super(XEN, "Xen", ErrorOrigin.XEN);
        this.machine = machine;
        this.deadProxy = deadProxy;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(XEN, "http");
    }

    @Override
    protected Claim claimLocal(ConnectUri uri) {
        if (uri.form() == ConnectUri.Form.STANDARD && !PATHS.contains(uri.path())) {
            throw mistake(uri, "'" + uri.path() + "' is no path of Xen", "Use " + LOCAL_URI);
        }
        paths(uri);
        return Claim.accept();
    }

    private HostPaths paths(ConnectUri uri) {
        HostPaths paths = machine;
        paths = uri.directory("proc").map(paths::withProc).orElse(paths);
        paths = uri.directory("sys").map(paths::withSys).orElse(paths);
        paths = uri.directory("dev").map(paths::withDev).orElse(paths);
        paths = uri.directory("etc").map(paths::withEtc).orElse(paths);
        paths = uri.directory("run").map(paths::withRun).orElse(paths);
        paths = uri.directory("lib").map(paths::withLib).orElse(paths);
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
        boolean local = uri.form() != ConnectUri.Form.XEN_HTTP;
        XenParts parts = local
                ? HostParts.ofThisMachine(context, paths, xendAddresses(uri, paths))
                : HostParts.ofNetwork(
                        XendAddress.tcp(uri.host(), uri.port() == 0 ? XendAddress.USUAL_PORT : uri.port()));
        try {
            checkUsable(context, parts, uri, local ? paths : null);
            if (!options.readOnly()) {
                warnOfLimits(context, parts, uri);
            }
            return new XenConnection(context, uri.text(), parts, paths, local, services);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static List<XendAddress> xendAddresses(ConnectUri uri, HostPaths paths) {
        if (uri.form() == ConnectUri.Form.XEN_SOCKET) {
            return List.of(XendAddress.unix(Path.of(uri.path())));
        }
        List<XendAddress> addresses = new ArrayList<>();
        addresses.add(XendAddress.unix(paths.xendSocket()));
        if (paths.lib().equals(HostPaths.ofThisMachine().lib()) && new HostFacts(paths).isDomain0()) {
            addresses.add(XendAddress.tcp("localhost", XendAddress.USUAL_PORT));
        }
        return addresses;
    }

    private void checkUsable(CallContext context, XenParts parts, ConnectUri uri, HostPaths paths) {
        if (parts.can(context, XenFunction.LIST_ACTIVE)) {
            return;
        }
        context.check("Opening " + uri.text());
        boolean socket = uri.form() == ConnectUri.Form.XEN_SOCKET;
        if (paths == null || socket) {
            throw parts.absence(context, uri.text(), REMEDY);
        }
        HostFacts facts = new HostFacts(paths);
        if (!facts.runsOnXen() && !Files.exists(paths.xendSocket())) {
            throw noConnection(
                    uri,
                    "this machine does not run on Xen (no " + paths.proc().resolve(XEN) + ")" + proxyNotice(),
                    "Boot Xen, or connect to a host that runs on it.");
        }
        InnkeeperException absence = parts.absence(context, uri.text(), REMEDY);
        throw PartErrors.of(ErrorCode.NO_CONNECT, ErrorOrigin.XEN, absence.getMessage() + proxyNotice(), REMEDY);
    }

    private String proxyNotice() {
        return Files.exists(deadProxy)
                ? "; " + deadProxy + " is there, but the protocol of libvirt's old proxy is not spoken any more"
                : "";
    }

    /** A user without rights sees the domains, but no more. */
    private static void warnOfLimits(CallContext context, XenParts parts, ConnectUri uri) {
        if (!parts.can(context, XenFunction.DESTROY)) {
            context.warn(ErrorInfo.warning(
                            ErrorCode.OPERATION_DENIED,
                            ErrorOrigin.XEN,
                            uri.text() + " shows the domains, but nothing can be changed by this user")
                    .withRemedy(REMEDY));
        }
    }

    @Override
    public LocalHost localHost() {
        HostFacts facts = new HostFacts(machine);
        if (!facts.runsOnXen()) {
            return LocalHost.none("this machine does not run on Xen (no /proc/xen)");
        }
        if (!facts.isDomain0()) {
            return LocalHost.none("this machine is a guest of Xen and does not manage it");
        }
        boolean reachable = Files.exists(machine.xendSocket())
                || Files.exists(machine.xenstoreSocket())
                || Files.exists(machine.xenstoreReadOnlySocket());
        return reachable
                ? new LocalHost(LOCAL_URI, RANK_HOST, "Xen")
                : LocalHost.none("this machine runs on Xen, but neither xend nor xenstored does: start Xen's services");
    }
}
