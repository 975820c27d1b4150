package org.innkeeper.driver.qemu.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.EventFacet;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.qemu.QemuDriverProvider;
import org.innkeeper.driver.qemu.process.Programs;

/** A host with real guests in a directory of its own; ends them when it is closed. */
public final class GuestHost implements AutoCloseable {
    private final Path root;
    private final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
    private DriverConnection connection;

    private GuestHost(Path root) {
        this.root = root;
    }

    /** Opens a host below the directory; skips the test where there is no QEMU. */
    public static GuestHost open(Path directory) {
        assumeTrue(
                Programs.find("qemu-system-x86_64").isPresent(), "qemu-system-x86_64 is not installed on this machine");
        GuestHost host = new GuestHost(directory.resolve("state"));
        host.reopen();
        return host;
    }

    /** Opens the connection, a new one after {@link #leave}; returns what was warned of. */
    public List<ErrorInfo> reopen() {
        List<ErrorInfo> warnings = new ArrayList<>();
        connection = new QemuDriverProvider()
                .open(
                        soon().derive(warnings::add),
                        ConnectUri.parse("qemu:///embed?root=" + root),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        facet(EventFacet.class).subscribe(soon(), events::add);
        return warnings;
    }

    /** Closes the connection as the end of a program does: guests go on. */
    public void leave() {
        connection.close();
    }

    public static CallContext soon() {
        return CallContext.within(Duration.ofSeconds(30));
    }

    public Path root() {
        return root;
    }

    public DriverConnection connection() {
        return connection;
    }

    public <F extends Facet> F facet(Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    public DomainFacet domains() {
        return facet(DomainFacet.class);
    }

    public List<ConnectionEvent> events() {
        return events;
    }

    /** The lifecycle events of a guest, in order. */
    public List<DomainLifecycleType> lifecycle(UUID uuid) {
        return events.stream()
                .filter(ConnectionEvent.DomainLifecycle.class::isInstance)
                .map(ConnectionEvent.DomainLifecycle.class::cast)
                .filter(event -> event.domain().uuid().equals(uuid))
                .map(ConnectionEvent.DomainLifecycle::type)
                .toList();
    }

    /** A guest that has nothing to do and so little memory that dozens fit. */
    public static String tinyGuest(String name, String more, String devices) {
        return "<domain type='qemu'><name>" + name + "</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>"
                + "<os><type arch='x86_64' machine='pc'>hvm</type></os>" + more + "<devices>" + devices
                + "<controller type='usb' model='none'/></devices></domain>";
    }

    public DomainRef define(String name) {
        return domains().defineXml(soon(), tinyGuest(name, "", ""), 0);
    }

    public DomainState state(DomainRef domain) {
        return domains().status(soon(), domain).state();
    }

    @Override
    public void close() {
        if (!connection.isAlive()) {
            reopen();
        }
        for (DomainRef domain : domains().list(soon(), 1)) {
            try {
                domains().destroy(soon(), domain, 0);
            } catch (InnkeeperException e) {
                // It ended by itself meanwhile.
                assertThat(domains().list(soon(), 1)).doesNotContain(domain);
            }
        }
        connection.close();
    }
}
