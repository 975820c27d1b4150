package org.innkeeper.driver.xen.xenstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.part.DomainChange;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.Terminal;
import org.innkeeper.driver.xen.part.TextConsole;
import org.innkeeper.driver.xen.part.XenFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class XenstorePartTest {
    private static final UUID WEB = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final DomainKey KEY = new DomainKey(3, WEB, "web");

    private final CallContext context = CallContext.within(Duration.ofSeconds(30));
    private TrueXenstored server;
    private XenstorePart part;

    @BeforeEach
    void start() {
        server = TrueXenstored.start();
        part = new XenstorePart(StoreAddress.socket(server.socket()));
        server.write("/local/domain/0/name", "Domain-0");
        put(3, "web", "/vm/" + WEB);
        server.write("/local/domain/3/memory/target", "262144");
        server.write("/local/domain/3/memory/static-max", "524288");
        server.write("/local/domain/3/cpu/0/availability", "online");
        server.write("/local/domain/3/cpu/1/availability", "offline");
        server.write("/libxl/3/type", "pv");
    }

    @AfterEach
    void stop() {
        if (part != null) {
            part.close();
            server.close();
        }
    }

    private void put(int id, String name, String vm) {
        server.write("/local/domain/" + id + "/vm", vm);
        server.write("/local/domain/" + id + "/name", name);
    }

    @Test
    void listsWhatTheStoreKnows() {
        UUID old = UUID.randomUUID();
        put(12, "old", "/vm/" + old + "-2");
        server.write("/vm/" + old + "-2/image/ostype", "hvm");
        server.write("/local/domain/13/vm", "/vm/" + UUID.randomUUID());
        server.write("/local/domain/none/name", "no domain");

        List<DomainRecord> domains = part.activeDomains(context);

        assertThat(domains)
                .containsExactly(
                        DomainRecord.of(0)
                                .name("Domain-0")
                                .uuid(new UUID(0, 0))
                                .maxMemory(DomainInfo.UNLIMITED)
                                .hvm(false)
                                .build(),
                        DomainRecord.of(3)
                                .name("web")
                                .uuid(WEB)
                                .memory(262_144L)
                                .maxMemory(524_288L)
                                .vcpus(1)
                                .maxVcpus(2)
                                .hvm(false)
                                .build(),
                        DomainRecord.of(12).name("old").uuid(old).hvm(true).build());
        assertThat(part.activeDomain(context, KEY)).isEqualTo(domains.get(1));
    }

    @Test
    void wishesAreWrittenWhereTheGuestReadsThem() {
        part.shutdown(context, KEY);
        assertThat(server.read("/local/domain/3/control/shutdown")).contains("poweroff");
        part.reboot(context, KEY);
        assertThat(server.read("/local/domain/3/control/shutdown")).contains("reboot");
        part.setMemory(context, KEY, 131_072);
        assertThat(server.read("/local/domain/3/memory/target")).contains("131072");
        part.setVcpus(context, KEY, 2);
        assertThat(server.read("/local/domain/3/cpu/1/availability")).contains("online");
        part.setVcpus(context, KEY, 1);
        assertThat(server.read("/local/domain/3/cpu/0/availability")).contains("online");
        assertThat(server.read("/local/domain/3/cpu/1/availability")).contains("offline");
        assertThatThrownBy(() -> part.setVcpus(context, KEY, 3)).hasMessageContaining("2 virtual CPUs, not 3");
    }

    @Test
    void aDomainThatIsGoneIsNotMadeAgain() {
        DomainKey gone = new DomainKey(9, UUID.randomUUID(), "gone");
        DomainKey other = new DomainKey(3, UUID.randomUUID(), "other");
        for (DomainKey key : List.of(gone, other)) {
            for (Runnable call : List.<Runnable>of(
                    () -> part.shutdown(context, key),
                    () -> part.setMemory(context, key, 1),
                    () -> part.setVcpus(context, key, 1),
                    () -> part.activeDomain(context, key))) {
                assertThatThrownBy(call::run)
                        .isInstanceOfSatisfying(InnkeeperException.class, e -> assertThat(e.code())
                                .isEqualTo(ErrorCode.NO_DOMAIN))
                        .hasMessageContaining("'" + key.name() + "'");
            }
        }
        assertThat(server.list("/local/domain")).containsExactlyInAnyOrder("0", "3");
        assertThat(server.read("/local/domain/3/control/shutdown")).isEmpty();
    }

    @Test
    void tellsWhereADomainIsLookedAt() {
        assertThat(part.terminal(context, KEY)).isEqualTo(Terminal.NONE);
        server.write("/local/domain/3/serial/0/tty", "/dev/pts/9");
        server.write("/local/domain/3/console/vnc-port", "5901");
        server.write("/local/domain/3/console/vnc-listen", "127.0.0.1");
        assertThat(part.terminal(context, KEY)).isEqualTo(new Terminal("/dev/pts/9", 5901, "127.0.0.1"));
        server.write("/local/domain/3/console/tty", "/dev/pts/3");
        server.write("/local/domain/3/console/vnc-port", "70000");
        assertThat(part.terminal(context, KEY)).isEqualTo(new Terminal("/dev/pts/3", null, "127.0.0.1"));
    }

    @Test
    void tellsAllConsoles() {
        assertThat(part.consoles(context, KEY)).isEmpty();
        server.write("/local/domain/3/serial/0/tty", "/dev/pts/9");
        server.write("/local/domain/3/console/tty", "/dev/pts/3");
        server.write("/local/domain/3/device/console/0/state", "1");
        server.write("/local/domain/3/device/console/2/tty", "/dev/pts/5");
        server.write("/local/domain/3/device/console/1/tty", "");
        assertThat(part.consoles(context, KEY))
                .containsExactly(
                        new TextConsole("console0", "/dev/pts/3"),
                        new TextConsole("console2", "/dev/pts/5"),
                        new TextConsole("serial0", "/dev/pts/9"));
        assertThatThrownBy(() -> part.consoles(context, new DomainKey(3, UUID.randomUUID(), "other")))
                .hasMessageContaining("'other'");
    }

    @Test
    void manyDomainsAreAskedForTogether() {
        try (Xenstore store = Xenstore.open(StoreAddress.socket(server.socket()), Duration.ofSeconds(30), () -> {})) {
            for (int id = 100; id < 300; id++) {
                int number = id;
                store.transaction(context, transaction -> {
                    transaction.write(context, "/local/domain/" + number + "/name", "guest" + number);
                    transaction.write(context, "/local/domain/" + number + "/vm", "/vm/" + new UUID(1, number));
                    return null;
                });
            }
        }
        assertThat(part.activeDomains(context)).hasSize(202).allSatisfy(domain -> assertThat(domain.uuid())
                .isNotNull());
    }

    @Test
    void changesAreTold() throws Exception {
        BlockingQueue<DomainChange> changes = new LinkedBlockingQueue<>();
        AutoCloseable watch = part.watch(context, changes::add);
        try (Xenstore store = Xenstore.open(StoreAddress.socket(server.socket()), Duration.ofSeconds(30), () -> {})) {
            put(7, "new", "/vm/" + UUID.randomUUID());
            assertThat(next(changes)).isEqualTo(new DomainChange(DomainChange.Kind.INTRODUCED, 7));
            assertThat(next(changes)).isEqualTo(new DomainChange(DomainChange.Kind.CHANGED, 7));

            server.write("/local/domain/7/data/of-the-guest", "which nobody is told of");
            server.write("/local/domain/7/memory/target", "4096");
            assertThat(next(changes)).isEqualTo(new DomainChange(DomainChange.Kind.CHANGED, 7));

            server.remove("/local/domain/7");
            assertThat(next(changes)).isEqualTo(new DomainChange(DomainChange.Kind.RELEASED, 7));

            store.introduce(context, 3, 100, 1);
            store.release(context, 3);
            assertThat(next(changes)).isEqualTo(DomainChange.of(DomainChange.Kind.RELEASED));
        }
        watch.close();
        server.write("/local/domain/3/name", "renamed");
        assertThat(part.activeDomains(context)).extracting(DomainRecord::name).contains("renamed");
        assertThat(changes).isEmpty();
    }

    @Test
    void afterALossItConnectsAgain() throws Exception {
        BlockingQueue<DomainChange> changes = new LinkedBlockingQueue<>();
        Path link = server.socket().resolveSibling("link");
        Files.createSymbolicLink(link, server.socket());
        try (XenstorePart other = new XenstorePart(StoreAddress.socket(link));
                TrueXenstored second = TrueXenstored.start();
                AutoCloseable watch = other.watch(context, changes::add)) {
            assertThat(other.activeDomains(context)).hasSize(2);
            Files.delete(link);
            Files.createSymbolicLink(link, second.socket());
            server.process().destroyForcibly().waitFor();

            assertThat(next(changes)).isEqualTo(DomainChange.of(DomainChange.Kind.GAP));
            second.write("/local/domain/5/name", "there");
            assertThat(next(changes)).isEqualTo(new DomainChange(DomainChange.Kind.INTRODUCED, 5));
            assertThat(other.activeDomains(context))
                    .extracting(DomainRecord::name)
                    .containsExactly("there");
            assertThat(watch).isNotNull();
        }
    }

    private static DomainChange next(BlockingQueue<DomainChange> changes) throws InterruptedException {
        return changes.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void theSocketThatOnlyReadsHasNoWishes() {
        try (XenstorePart reading = new XenstorePart(StoreAddress.readOnlySocket(server.socket()))) {
            assertThat(reading.functions(context))
                    .contains(XenFunction.LIST_ACTIVE, XenFunction.WATCH)
                    .doesNotContain(XenFunction.SHUTDOWN, XenFunction.SET_MEMORY, XenFunction.CONSOLES);
            assertThat(reading.activeDomains(context)).hasSize(2);
        }
        assertThat(part.functions(context)).contains(XenFunction.SHUTDOWN, XenFunction.SET_VCPUS);
        assertThat(part.absence(context)).isEmpty();
    }

    @Test
    void aMachineWithoutASocketSaysSo() throws IOException {
        Path empty = Files.createTempDirectory("run");
        HostPaths paths =
                HostPaths.ofThisMachine().withRun(empty).withDev(empty).withProc(empty);
        try (XenstorePart none = new XenstorePart(paths)) {
            assertThat(none.functions(context)).isEmpty();
            assertThat(none.absence(context)).startsWith("there is no xenstore on this machine");
            assertThatThrownBy(() -> none.activeDomains(context))
                    .isInstanceOfSatisfying(
                            InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
            Files.createDirectories(empty.resolve("xenstored"));
            Files.createSymbolicLink(empty.resolve("xenstored/socket"), server.socket());
            assertThat(none.functions(context)).contains(XenFunction.LIST_ACTIVE);
            assertThat(none.activeDomains(context)).hasSize(2);
        } finally {
            Files.deleteIfExists(empty.resolve("xenstored/socket"));
            Files.deleteIfExists(empty.resolve("xenstored"));
            Files.delete(empty);
        }
    }

    @Test
    void closedItDoesNothing() {
        part.activeDomains(context);
        part.close();
        part.close();
        assertThat(part.functions(context)).isEmpty();
        assertThatThrownBy(() -> part.activeDomains(context))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_CONNECT));
    }
}
