package org.innkeeper.driver.qemu;

import java.nio.file.Path;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Claim;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalDaemons;
import org.innkeeper.core.spi.LocalDriverProvider;
import org.innkeeper.core.spi.LocalHost;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.qemu.facet.QemuConnection;
import org.innkeeper.driver.qemu.lifecycle.EmbeddedHost;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.AcceleratorStatus;
import org.innkeeper.driver.qemu.probe.Accelerators;
import org.innkeeper.driver.qemu.probe.EmulatorCatalog;
import org.innkeeper.driver.qemu.state.StateRoots;

/**
 * QEMU on this machine, driven without a daemon: {@code qemu:///embed}, with {@code root} for another directory. Where
 * libvirt has no daemon, {@code qemu:///system} and {@code qemu:///session} too, with the machine's and the user's own
 * state.
 */
public final class QemuDriverProvider extends LocalDriverProvider {
    private static final String EMBED = "/embed";
    private static final String EMBED_URI = "qemu:///embed";
    private static final String SYSTEM = "/system";
    private static final String SESSION = "/session";
    private static final String ROOT = "root";
    private static final int RANK_EMULATION = 10;
    private static final int RANK_VIRTUALIZATION = 30;

    private final LocalDaemons daemons;

    /** Found by {@link java.util.ServiceLoader}; nothing is looked for before somebody asks. */
    public QemuDriverProvider() {
        this(LocalDaemons.ofThisMachine());
    }

    QemuDriverProvider(LocalDaemons daemons) {
        super("qemu", "QEMU", ErrorOrigin.QEMU);
        this.daemons = daemons;
    }

    @Override
    protected Claim claimLocal(ConnectUri uri) {
        return switch (uri.path()) {
            case EMBED -> {
                directory(uri);
                yield Claim.accept();
            }
            case SYSTEM, SESSION ->
                daemons.exists("qemu", uri.path().equals(SESSION))
                        ? Claim.decline("libvirt's daemon is on this machine and serves it")
                        : Claim.accept();
            default ->
                throw mistake(
                        uri,
                        "'" + uri.path() + "' is no path of QEMU",
                        "Use " + EMBED_URI + ", or /system or /session.");
        };
    }

    /** Where the state of a URI is: the machine's, the user's, or where {@code root} says. */
    static Path directory(ConnectUri uri) {
        if (uri.path().equals(SYSTEM)) {
            return StateRoots.ofMachine();
        }
        return uri.directory(ROOT).orElseGet(StateRoots::ofUser);
    }

    @Override
    public DriverConnection open(
            CallContext context,
            ConnectUri uri,
            AuthenticationCallback auth,
            OpenOptions options,
            LocalServices services) {
        context.check("opening " + uri.text());
        OpenHosts hosts = OpenHosts.ofProcess();
        EmbeddedHost host = hosts.acquire(directory(uri));
        host.problems()
                .forEach(problem -> context.warn(ErrorInfo.warning(ErrorCode.PARSE_FAILED, ErrorOrigin.QEMU, problem)));
        return new QemuConnection(host, uri.text(), () -> hosts.release(host));
    }

    @Override
    public LocalHost localHost() {
        EmulatorCatalog catalog = new EmulatorCatalog(StateRoots.ofUser().resolve("cache"));
        Accelerators accelerators = Accelerators.detect();
        String arch = accelerators.hostArch();
        if (catalog.binaries().isEmpty()) {
            return LocalHost.none(
                    "no QEMU is installed: install qemu-system-x86 (Debian, Ubuntu), qemu-kvm (Fedora), qemu-full (Arch)"
                            + " or qemu (Homebrew)");
        }
        boolean own = catalog.binaries().containsKey(arch);
        Optional<AcceleratorStatus> fast = accelerators.all().stream()
                .filter(status -> own && status.usable() && status.accelerator() != Accelerator.TCG)
                .findFirst();
        if (fast.isPresent()) {
            String name = fast.get().accelerator().name();
            return new LocalHost(EMBED_URI, RANK_VIRTUALIZATION, "QEMU with " + name);
        }
        String reason = accelerators.all().get(0).reason();
        return new LocalHost(EMBED_URI, RANK_EMULATION, "QEMU, emulation only (TCG): " + reason);
    }
}
