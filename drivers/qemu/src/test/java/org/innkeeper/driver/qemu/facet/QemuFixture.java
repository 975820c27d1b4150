package org.innkeeper.driver.qemu.facet;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.driver.qemu.QemuDriverProvider;
import org.innkeeper.driver.qemu.guest.BootSector;
import org.innkeeper.driver.qemu.process.Programs;
import org.innkeeper.driver.tck.DriverFixture;

/** Real guests for the contracts, each with {@link BootSector} as its system. */
final class QemuFixture implements DriverFixture {
    private static final int KEY_C = 46;
    private static final Duration BOOT = Duration.ofSeconds(30);

    private final Path directory;
    private final Map<UUID, Integer> crashes = new HashMap<>();

    QemuFixture() {
        assumeTrue(
                Programs.find("qemu-system-x86_64").isPresent(), "qemu-system-x86_64 is not installed on this machine");
        try {
            directory = Files.createTempDirectory("qemu-contract");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DriverConnection open() {
        DriverConnection connection = new QemuDriverProvider()
                .open(
                        CallContext.create(),
                        ConnectUri.parse("qemu:///embed?root=" + directory.resolve("state")),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        return new PatientConnection(connection);
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.of(
                Feature.DOMAIN_DEFINE,
                Feature.DOMAIN_CREATE_TRANSIENT,
                Feature.DOMAIN_SHUTDOWN,
                Feature.DOMAIN_REBOOT,
                Feature.DOMAIN_RESET,
                Feature.DOMAIN_SUSPEND,
                Feature.DOMAIN_AUTOSTART,
                Feature.DOMAIN_RENAME,
                Feature.DOMAIN_SET_MEMORY,
                Feature.DOMAIN_SET_MAX_MEMORY,
                Feature.DOMAIN_LIFECYCLE_ACTIONS,
                Feature.DOMAIN_CAPABILITIES,
                Feature.DOMAIN_SAVE,
                Feature.DOMAIN_MANAGED_SAVE,
                Feature.DOMAIN_CORE_DUMP,
                Feature.DOMAIN_CONSOLE,
                Feature.DOMAIN_SCREENSHOT,
                Feature.DOMAIN_SEND_KEY,
                Feature.DOMAIN_INJECT_NMI,
                Feature.DOMAIN_METADATA,
                Feature.DOMAIN_VCPU_PIN,
                Feature.NODE_CPU_STATS,
                Feature.NODE_MEMORY_STATS,
                Feature.NODE_FREE_CELLS,
                Feature.STATS_BULK,
                Feature.STATS_CPU,
                Feature.STATS_VCPU,
                Feature.STATS_MEMORY,
                Feature.STATS_BLOCK,
                Feature.STATS_INTERFACE,
                Feature.EVENTS);
    }

    @Override
    public String domainXml(String name, UUID uuid) {
        Path image = BootSector.write(directory.resolve("disk-" + UUID.randomUUID() + ".img"));
        return "<domain type='qemu'><name>" + name + "</name>"
                + (uuid == null ? "" : "<uuid>" + uuid + "</uuid>")
                + "<memory unit='MiB'>32</memory><vcpu>1</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type><boot dev='hd'/></os><features><acpi/></features>"
                + "<devices><disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='" + image
                + "'/><target dev='vda' bus='virtio'/></disk><controller type='usb' model='none'/>"
                + "<serial type='file'><source path='" + image + ".serial'/><target port='0'/></serial>"
                + "<graphics type='vnc' passwd='secret'/><video><model type='vga'/></video>"
                + "<panic model='isa'/></devices></domain>";
    }

    @Override
    public boolean guestReacts() {
        return true;
    }

    @Override
    public String hostPath(String name) {
        return directory.resolve(name).toString();
    }

    @Override
    public Optional<GuestAct> crash() {
        return Optional.of((connection, context, domain) -> {
            int boots = crashes.merge(domain.uuid(), 1, Integer::sum);
            awaitBoots(connection, domain, boots);
            connection.facet(ConsoleFacet.class).orElseThrow().sendKey(context, domain, 0, 0, List.of(KEY_C));
        });
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the guest's system says that it is ready, once for each time it came up. */
    private static void awaitBoots(DriverConnection connection, DomainRef domain, int boots) {
        DomainFacet domains = connection.facet(DomainFacet.class).orElseThrow();
        String xml = domains.xml(CallContext.create(), domain, 0);
        String path = XmlDocument.parse(xml)
                .root()
                .element("devices")
                .element("serial")
                .element("source")
                .attribute("path");
        Awaitility.await("guest is ready").atMost(BOOT).until(() -> Files.size(Path.of(path)) >= boots);
    }

    /** A connection whose start of a guest ends when the guest is ready, as the contracts expect it. */
    private static final class PatientConnection implements DriverConnection {
        private final DriverConnection connection;
        private final DomainFacet domains;

        PatientConnection(DriverConnection connection) {
            this.connection = connection;
            DomainFacet real = connection.facet(DomainFacet.class).orElseThrow();
            domains = (DomainFacet) Proxy.newProxyInstance(
                    DomainFacet.class.getClassLoader(),
                    new Class<?>[] {DomainFacet.class},
                    (proxy, method, arguments) -> {
                        Object result;
                        try {
                            result = method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                        boolean paused = arguments != null
                                && arguments[arguments.length - 1] instanceof Long flags
                                && (flags & DomainFlags.START_PAUSED) != 0;
                        if (List.of("start", "createXml").contains(method.getName()) && !paused) {
                            awaitBoots(connection, (DomainRef) result, 1);
                        }
                        return result;
                    });
        }

        @Override
        public <F extends Facet> Optional<F> facet(Class<F> kind) {
            return kind == DomainFacet.class ? Optional.of(kind.cast(domains)) : connection.facet(kind);
        }

        @Override
        public Set<Feature> features() {
            return connection.features();
        }

        @Override
        public String uri() {
            return connection.uri();
        }

        @Override
        public Optional<String> stateRoot() {
            return connection.stateRoot();
        }

        @Override
        public boolean isAlive() {
            return connection.isAlive();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
