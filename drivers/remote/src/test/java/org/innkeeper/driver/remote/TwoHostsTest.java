package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.api.MigrationParameters;
import org.innkeeper.core.api.flag.ConsoleFlag;
import org.innkeeper.core.api.flag.DomainDefineFlag;
import org.innkeeper.core.api.flag.DomainDestroyFlag;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.api.flag.DomainStartFlag;
import org.innkeeper.core.api.flag.DomainUndefineFlag;
import org.innkeeper.core.api.flag.MigrateFlag;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.tck.GuestConsole;
import org.innkeeper.driver.tck.LinuxGuest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A guest that moves between two real libvirtd while it runs, led by the API. */
@Timeout(180)
class TwoHostsTest {
    private static final List<TypedParameter> HERE =
            List.of(TypedParameter.ofString(MigrationParameters.URI, "tcp://127.0.0.1"));

    private final CallContext context = CallContext.within(Duration.ofSeconds(120));
    private Connection source;
    private Connection target;
    private Domain guest;

    @BeforeEach
    void startGuest() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
                "no QEMU to run: qemu-system-x86_64 is not installed");
        Innkeeper innkeeper = Innkeeper.of(List.of(new RemoteProvider()), List.of());
        source = open(innkeeper, LibvirtdPeer.shared().tcp("qemu", "/system"));
        target = open(innkeeper, LibvirtdPeer.second().tcp("qemu", "/system"));
        guest = source.domains()
                .define(
                        context,
                        "<domain type='qemu'><name>mover-" + UUID.randomUUID()
                                + "</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os>"
                                + "<devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices></domain>",
                        EnumSet.noneOf(DomainDefineFlag.class));
        guest.start(context, EnumSet.noneOf(DomainStartFlag.class));
    }

    private Connection open(Innkeeper innkeeper, String uri) {
        return innkeeper.open(uri, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, context);
    }

    @AfterEach
    void removeGuest() {
        for (Connection host : new Connection[] {source, target}) {
            if (host != null) {
                host.domains().list(context, EnumSet.noneOf(DomainFilter.class)).forEach(this::remove);
                host.close();
            }
        }
    }

    private void remove(Domain domain) {
        if (guest == null || !domain.uuid().equals(guest.uuid())) {
            return;
        }
        boolean persistent = domain.isPersistent(context);
        if (domain.isActive(context)) {
            domain.destroy(context, EnumSet.noneOf(DomainDestroyFlag.class));
        }
        if (persistent) {
            domain.undefine(context, EnumSet.noneOf(DomainUndefineFlag.class));
        }
    }

    private void assertMoved(Domain moved) {
        assertThat(moved.uuid()).isEqualTo(guest.uuid());
        assertThat(moved.status(context).state()).isEqualTo(DomainState.RUNNING);
        assertThat(target.domains().list(context, EnumSet.of(DomainFilter.ACTIVE)))
                .extracting(Domain::uuid)
                .contains(guest.uuid());
        assertThat(source.domains().list(context, EnumSet.of(DomainFilter.ACTIVE)))
                .extracting(Domain::uuid)
                .doesNotContain(guest.uuid());
    }

    @Test
    void thisProgramLeadsIt() {
        List<Double> progress = new CopyOnWriteArrayList<>();
        CallContext watched = CallContext.watchedBy(progress::add);

        Domain moved = guest.migration().migrateTo(watched, target, HERE, Set.of(MigrateFlag.LIVE));

        assertMoved(moved);
        assertThat(moved.isPersistent(context)).isFalse();
        assertThat(guest.isPersistent(context)).isTrue();
        assertThat(progress).isNotEmpty().endsWith(1.0);
    }

    @Test
    void theSourceLeadsItAndTheDefinitionMovesToo() {
        Domain moved = guest.migration()
                .migrateTo(
                        context,
                        target,
                        HERE,
                        Set.of(
                                MigrateFlag.LIVE,
                                MigrateFlag.PEER2PEER,
                                MigrateFlag.PERSIST_DEST,
                                MigrateFlag.UNDEFINE_SOURCE));

        assertMoved(moved);
        assertThat(moved.isPersistent(context)).isTrue();
        assertThat(source.domains().list(context, EnumSet.noneOf(DomainFilter.class)))
                .extracting(Domain::uuid)
                .doesNotContain(guest.uuid());
    }

    @Test
    void itMovesThereAndBack() {
        Domain moved = guest.migration()
                .migrateTo(
                        context,
                        target,
                        HERE,
                        Set.of(MigrateFlag.LIVE, MigrateFlag.PERSIST_DEST, MigrateFlag.UNDEFINE_SOURCE));

        Domain back = moved.migration().migrateTo(context, source, HERE, Set.of(MigrateFlag.LIVE));

        assertThat(back.status(context).state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void guestAtWorkGoesOnWhereItIsMovedTo() {
        LinuxGuest linux = LinuxGuest.make();
        remove(guest);
        guest = source.domains()
                .create(
                        context,
                        "<domain type='qemu'><name>worker-" + UUID.randomUUID()
                                + "</name><memory unit='MiB'>160</memory><os><type arch='x86_64' machine='pc'>hvm</type>"
                                + "<kernel>" + linux.kernel() + "</kernel><initrd>" + linux.initrd() + "</initrd>"
                                + "<cmdline>console=ttyS0 quiet</cmdline></os><features><acpi/></features>"
                                + "<devices><emulator>/usr/bin/qemu-system-x86_64</emulator><serial type='pty'/>"
                                + "</devices></domain>",
                        EnumSet.of(DomainStartFlag.PAUSED));
        try (GuestConsole console = console(guest)) {
            guest.resume(context);
            console.awaitBoot();
            console.ask("echo packed > /tmp/bag; echo written=$((5*5))", "written=25");
        }

        Domain moved = guest.migration().migrateTo(context, target, HERE, Set.of(MigrateFlag.LIVE));

        assertMoved(moved);
        try (GuestConsole console = console(moved)) {
            console.ask("echo bag=$(cat /tmp/bag)", "bag=packed");
        }
    }

    private GuestConsole console(Domain domain) {
        return new GuestConsole(domain.console().open(context, null, Set.of(ConsoleFlag.FORCE)));
    }
}
