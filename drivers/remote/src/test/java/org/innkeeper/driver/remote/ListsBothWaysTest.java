package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.SnapshotFlags;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.wire.RefusingProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real libvirtd asked in the way of today, and once more as if it did not know the calls that list all: the answers are
 * the same, with every filter.
 */
@Timeout(120)
class ListsBothWaysTest {
    /** What daemons did not know before libvirt 0.9.13 and 0.10.2. */
    private static final Set<String> LATER = Set.of(
            "CONNECT_LIST_ALL_DOMAINS",
            "CONNECT_LIST_ALL_NETWORKS",
            "CONNECT_LIST_ALL_STORAGE_POOLS",
            "STORAGE_POOL_LIST_ALL_VOLUMES",
            "CONNECT_LIST_ALL_NODE_DEVICES",
            "CONNECT_LIST_ALL_SECRETS",
            "DOMAIN_LIST_ALL_SNAPSHOTS",
            "DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN");

    /** And the calls that tell one thing of one, before libvirt 0.7.3 and 0.9.7. */
    private static final Set<String> TOLD_LATER =
            Set.of("NETWORK_IS_ACTIVE", "STORAGE_POOL_IS_ACTIVE", "DOMAIN_SNAPSHOT_GET_PARENT", "DOMAIN_GET_STATE");

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final CallContext context = CallContext.within(Duration.ofSeconds(100));
    private final String mark = UUID.randomUUID().toString();
    private final List<Runnable> undo = new ArrayList<>();
    private RefusingProxy proxy;

    @AfterEach
    void putBack() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
    }

    private DriverConnection today(String driver, String path) {
        return open(peer.tcp(driver, path));
    }

    private DriverConnection then(String driver, String path) {
        Set<String> refused = new HashSet<>(LATER);
        refused.addAll(TOLD_LATER);
        proxy = new RefusingProxy(peer.tcpPort(), refused);
        undo.add(proxy::close);
        return open(driver + "+tcp://localhost:" + proxy.port() + path);
    }

    private DriverConnection open(String uri) {
        DriverConnection connection = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(uri),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        undo.add(connection::close);
        return connection;
    }

    private static <F extends Facet> F facet(DriverConnection connection, Class<F> kind) {
        return connection.facet(kind).orElseThrow();
    }

    /** No flags, each alone, and each two together. */
    private static LongStream flags(int bits) {
        return LongStream.range(0, bits).boxed().flatMapToLong(a -> LongStream.rangeClosed(0, a)
                .map(b -> 1L << a | 1L << b));
    }

    private static <T> void assertSame(int bits, LongFunction<List<T>> today, LongFunction<List<T>> then) {
        LongStream.concat(LongStream.of(0), flags(bits)).forEach(flags -> assertThat(then.apply(flags))
                .as("flags %s", Long.toBinaryString(flags))
                .containsExactlyInAnyOrderElementsOf(today.apply(flags)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test /default", "qemu /system"})
    void featuresAndGuestsAreTheSame(String uri) {
        String[] words = uri.split(" ");
        DriverConnection today = today(words[0], words[1]);
        DriverConnection then = then(words[0], words[1]);
        DomainFacet domains = facet(today, DomainFacet.class);
        DomainFacet old = facet(then, DomainFacet.class);

        assertThat(then.features()).isEqualTo(today.features());
        // The bits of checkpoints, the last two, are later than the old calls.
        assertSame(14, flags -> domains.list(context, flags), flags -> old.list(context, flags));
        for (DomainRef domain : domains.list(context, 0)) {
            assertThat(old.status(context, domain).state())
                    .isEqualTo(domains.status(context, domain).state());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test /default", "qemu /system"})
    void networksAreTheSame(String uri) {
        String[] words = uri.split(" ");
        NetworkFacet today = facet(today(words[0], words[1]), NetworkFacet.class);
        NetworkFacet then = facet(then(words[0], words[1]), NetworkFacet.class);
        NetworkRef defined = today.defineXml(context, "<network><name>lists-" + mark + "</name></network>");
        undo.add(() -> today.undefine(context, defined));

        assertSame(6, flags -> today.list(context, flags), flags -> then.list(context, flags));
        for (NetworkRef network : today.list(context, 0)) {
            assertThat(then.isActive(context, network)).isEqualTo(today.isActive(context, network));
            assertThat(then.autostart(context, network)).isEqualTo(today.autostart(context, network));
            assertThat(then.xml(context, network, 0)).isEqualTo(today.xml(context, network, 0));
        }
        assertThat(proxy.asked()).contains("CONNECT_LIST_DEFINED_NETWORKS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test /default", "qemu /system"})
    void poolsAndVolumesAreTheSame(String uri) throws Exception {
        String[] words = uri.split(" ");
        StorageFacet today = facet(today(words[0], words[1]), StorageFacet.class);
        StorageFacet then = facet(then(words[0], words[1]), StorageFacet.class);
        StoragePoolRef stopped = today.definePoolXml(
                context, "<pool type='dir'><name>stopped-" + mark + "</name>" + target() + "</pool>");
        undo.add(() -> today.undefinePool(context, stopped));
        StoragePoolRef running =
                today.createPoolXml(context, "<pool type='dir'><name>" + mark + "</name>" + target() + "</pool>", 0);
        undo.add(() -> today.destroyPool(context, running));
        for (String name : List.of("a.img", "b c.img")) {
            today.createVolumeXml(
                    context,
                    running,
                    "<volume><name>" + name + "</name><capacity>4096</capacity><target><format type='raw'/></target>"
                            + "</volume>",
                    0);
        }

        // A few of the types are enough.
        assertSame(10, flags -> today.listPools(context, flags), flags -> then.listPools(context, flags));
        for (StoragePoolRef pool : today.listPools(context, 0)) {
            assertThat(then.isPoolActive(context, pool)).isEqualTo(today.isPoolActive(context, pool));
            assertThat(then.poolInfo(context, pool)).isEqualTo(today.poolInfo(context, pool));
        }
        assertThat(then.listVolumes(context, running))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(today.listVolumes(context, running));
        assertThat(proxy.asked()).contains("STORAGE_POOL_LIST_VOLUMES");
    }

    private String target() throws IOException {
        return "<target><path>" + Files.createTempDirectory(peer.directory(), "pool") + "</path></target>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"test /default", "qemu /system"})
    void devicesAreTheSame(String uri) {
        String[] words = uri.split(" ");
        NodeDeviceFacet today = facet(today(words[0], words[1]), NodeDeviceFacet.class);
        NodeDeviceFacet then = facet(then(words[0], words[1]), NodeDeviceFacet.class);

        assertSame(9, flags -> today.list(context, flags), flags -> then.list(context, flags));
        assertThat(proxy.asked()).contains("NODE_LIST_DEVICES");
    }

    @Test
    void secretsAreTheSame() {
        SecretFacet today = facet(today("qemu", "/system"), SecretFacet.class);
        SecretFacet then = facet(then("qemu", "/system"), SecretFacet.class);
        for (String kind : List.of("ephemeral='yes' private='no'", "ephemeral='no' private='yes'")) {
            SecretRef secret = today.defineXml(
                    context,
                    "<secret " + kind + "><usage type='volume'><volume>/" + mark + kind.hashCode()
                            + "</volume></usage></secret>");
            undo.add(() -> today.undefine(context, secret));
        }

        assertSame(4, flags -> today.list(context, flags), flags -> then.list(context, flags));
        assertThat(then.list(context, 1)).isNotEmpty();
        assertThat(proxy.asked()).contains("CONNECT_LIST_SECRETS");
    }

    @Test
    void snapshotsAreTheSame() {
        DriverConnection connection = today("test", "/default");
        SnapshotFacet today = facet(connection, SnapshotFacet.class);
        SnapshotFacet then = facet(then("test", "/default"), SnapshotFacet.class);
        DomainFacet domains = facet(connection, DomainFacet.class);
        DomainRef guest = domains.defineXml(
                context,
                "<domain type='test'><name>snapshots-" + mark + "</name><memory>65536</memory><os><type>hvm</type></os>"
                        + "</domain>",
                0);
        undo.add(() -> domains.undefine(context, guest, 2));
        SnapshotRef first = make(today, guest, "first");
        domains.start(context, guest, 0);
        SnapshotRef second = make(today, guest, "second");
        today.revert(context, first, SnapshotFlags.REVERT_FORCE);
        SnapshotRef third = make(today, guest, "third");

        assertSame(
                9,
                flags -> today.list(context, guest, sensible(flags)),
                flags -> then.list(context, guest, sensible(flags)));
        assertSame(
                9,
                flags -> today.children(context, first, sensible(flags)),
                flags -> then.children(context, first, sensible(flags)));
        assertThat(then.list(context, guest, 0)).hasSize(3);
        for (SnapshotRef snapshot : List.of(first, second, third)) {
            assertThat(then.parent(context, snapshot)).isEqualTo(today.parent(context, snapshot));
        }
        assertThat(proxy.asked()).contains("DOMAIN_SNAPSHOT_LIST_NAMES");
    }

    /** Without the two bits about children together, with which libvirt finds none instead of all. */
    private static long sensible(long flags) {
        long both = SnapshotFlags.LIST_LEAVES | SnapshotFlags.LIST_NO_LEAVES;
        return (flags & both) == both ? flags & ~both : flags;
    }

    private SnapshotRef make(SnapshotFacet snapshots, DomainRef guest, String name) {
        return snapshots.create(context, guest, "<domainsnapshot><name>" + name + "</name></domainsnapshot>", 0);
    }
}
