package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.driver.remote.wire.OldDaemon.BACKUP;
import static org.innkeeper.driver.remote.wire.OldDaemon.CARD;
import static org.innkeeper.driver.remote.wire.OldDaemon.DATA;
import static org.innkeeper.driver.remote.wire.OldDaemon.DEFAULT;
import static org.innkeeper.driver.remote.wire.OldDaemon.FRESH;
import static org.innkeeper.driver.remote.wire.OldDaemon.GUESTS;
import static org.innkeeper.driver.remote.wire.OldDaemon.IMAGES;
import static org.innkeeper.driver.remote.wire.OldDaemon.KEY;
import static org.innkeeper.driver.remote.wire.OldDaemon.LAB;
import static org.innkeeper.driver.remote.wire.OldDaemon.LAN;
import static org.innkeeper.driver.remote.wire.OldDaemon.MAIL;
import static org.innkeeper.driver.remote.wire.OldDaemon.PRIVATE_KEY;
import static org.innkeeper.driver.remote.wire.OldDaemon.ROOT;
import static org.innkeeper.driver.remote.wire.OldDaemon.TRIED;
import static org.innkeeper.driver.remote.wire.OldDaemon.UPDATED;
import static org.innkeeper.driver.remote.wire.OldDaemon.WEB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.NetworkFacet;
import org.innkeeper.core.spi.NodeDeviceFacet;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.SecretFacet;
import org.innkeeper.core.spi.SnapshotFacet;
import org.innkeeper.core.spi.SnapshotFlags;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.DelayingProxy;
import org.innkeeper.driver.remote.wire.OldDaemon;
import org.innkeeper.driver.remote.wire.OldDaemon.Version;
import org.innkeeper.driver.remote.wire.StandInDaemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is no guest, of daemons from before the calls that list all of a kind: listed by names, each looked up. */
@Timeout(60)
class OldListsTest {
    private final CallContext context = CallContext.within(Duration.ofSeconds(30));
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private StandInDaemon daemon(Version version) {
        StandInDaemon daemon = OldDaemon.of(version);
        open.add(daemon);
        return daemon;
    }

    private DriverConnection open(int port) {
        DriverConnection connection = new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse("qemu+tcp://localhost:" + port + "/system"),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
        open.add(connection);
        return connection;
    }

    private <F extends Facet> F facet(Version version, Class<F> kind) {
        return open(daemon(version).port()).facet(kind).orElseThrow();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void networksAreListedWithWhatTheyAre(Version version) {
        NetworkFacet networks = facet(version, NetworkFacet.class);

        assertThat(networks.list(context, 0)).containsExactly(DEFAULT, GUESTS, LAB);
        assertThat(networks.isActive(context, GUESTS)).isTrue();
        assertThat(networks.isActive(context, LAB)).isFalse();
        assertThat(networks.isPersistent(context, LAB)).isTrue();
        assertThat(networks.autostart(context, DEFAULT)).isTrue();
        assertThat(networks.autostart(context, LAB)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, lab",
        "2, default guests",
        "3, default guests lab",
        "4, default lab",
        "8, guests",
        "16, default",
        "32, guests lab",
        "6, default",
        "9, ''"
    })
    void filtersOfNetworksChooseAsTheOneCallWould(long flags, String names) {
        NetworkFacet networks = facet(Version.V0_9_12, NetworkFacet.class);

        assertThat(networks.list(context, flags).stream().map(NetworkRef::name)).containsExactly(words(names));
    }

    @ParameterizedTest
    @EnumSource(value = Version.class, mode = EnumSource.Mode.EXCLUDE, names = "V0_3_3")
    void poolsAndVolumesAreListed(Version version) {
        StorageFacet storage = facet(version, StorageFacet.class);

        assertThat(storage.listPools(context, 0)).containsExactly(IMAGES, BACKUP);
        assertThat(storage.isPoolActive(context, IMAGES)).isTrue();
        assertThat(storage.isPoolActive(context, BACKUP)).isFalse();
        assertThat(storage.isPoolPersistent(context, BACKUP)).isTrue();
        assertThat(storage.listVolumes(context, IMAGES))
                .as("without the one that went meanwhile")
                .containsExactly(ROOT, DATA);
    }

    @ParameterizedTest
    @CsvSource({
        "1, backup",
        "2, images",
        "4, images backup",
        "8, ''",
        "16, images",
        "32, backup",
        "64, images",
        "512, backup",
        "576, images backup",
        "128, ''",
        "66, images",
        "65, ''"
    })
    void filtersOfPoolsChooseAsTheOneCallWould(long flags, String names) {
        StorageFacet storage = facet(Version.V0_9_12, StorageFacet.class);

        assertThat(storage.listPools(context, flags).stream().map(StoragePoolRef::name))
                .containsExactly(words(names));
    }

    @ParameterizedTest
    @EnumSource(value = Version.class, mode = EnumSource.Mode.EXCLUDE, names = "V0_3_3")
    void devicesAndSecretsAreListed(Version version) {
        DriverConnection connection = open(daemon(version).port());

        assertThat(connection.facet(NodeDeviceFacet.class).orElseThrow().list(context, 0))
                .containsExactly(CARD, LAN);
        assertThat(connection.facet(SecretFacet.class).orElseThrow().list(context, 0))
                .containsExactly(KEY, PRIVATE_KEY);
    }

    @Test
    void devicesAndSecretsAreChosenByTheirKind() {
        DriverConnection connection = open(daemon(Version.V0_7_2).port());
        NodeDeviceFacet devices = connection.facet(NodeDeviceFacet.class).orElseThrow();
        SecretFacet secrets = connection.facet(SecretFacet.class).orElseThrow();

        assertThat(devices.list(context, 1L << 1)).containsExactly(CARD);
        assertThat(devices.list(context, 1L << 4)).containsExactly(LAN);
        assertThat(devices.list(context, 1L << 1 | 1L << 4 | 1L << 31)).containsExactly(CARD, LAN);
        assertThat(devices.list(context, 1L << 30)).isEmpty();
        assertThat(secrets.list(context, 1)).isEmpty();
        assertThat(secrets.list(context, 1L << 1)).containsExactly(KEY, PRIVATE_KEY);
        assertThat(secrets.list(context, 1L << 2)).containsExactly(PRIVATE_KEY);
        assertThat(secrets.list(context, 1L << 3 | 1L << 1)).containsExactly(KEY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"V0_9_1", "V0_9_12", "V1_2_7"})
    void snapshotsAreListedWithTheirParents(Version version) {
        SnapshotFacet snapshots = facet(version, SnapshotFacet.class);

        assertThat(snapshots.list(context, WEB, 0)).containsExactlyInAnyOrder(FRESH, UPDATED, TRIED);
        assertThat(snapshots.children(context, FRESH, 0)).containsExactly(UPDATED);
        assertThat(snapshots.parent(context, FRESH)).isEmpty();
        assertThat(snapshots.parent(context, UPDATED)).contains(FRESH);
        assertThat(snapshots.parent(context, TRIED)).contains(UPDATED);
    }

    @ParameterizedTest
    @CsvSource({
        "LIST_ROOTS, fresh",
        "LIST_LEAVES, tried",
        "LIST_NO_LEAVES, fresh updated",
        "LIST_METADATA, fresh updated tried",
        "LIST_NO_METADATA, ''",
        "LIST_INACTIVE, fresh",
        "LIST_ACTIVE, updated",
        "LIST_DISK_ONLY, tried",
        "LIST_INTERNAL, fresh updated",
        "LIST_EXTERNAL, tried",
        "LIST_TOPOLOGICAL, fresh updated tried"
    })
    void filtersOfSnapshotsChooseAsTheOneCallWould(String flag, String names) throws Exception {
        SnapshotFacet snapshots = facet(Version.V0_9_12, SnapshotFacet.class);
        long flags = SnapshotFlags.class.getField(flag).getLong(null);

        assertThat(snapshots.list(context, WEB, flags).stream().map(SnapshotRef::name))
                .containsExactly(words(names));
        assertThat(snapshots.list(context, MAIL, flags)).isEmpty();
    }

    @Test
    void allBelowASnapshotAreFound() {
        SnapshotFacet snapshots = facet(Version.V0_9_12, SnapshotFacet.class);

        assertThat(snapshots.children(context, FRESH, SnapshotFlags.LIST_DESCENDANTS))
                .containsExactly(UPDATED, TRIED);
        assertThat(snapshots.children(context, FRESH, SnapshotFlags.LIST_DESCENDANTS | SnapshotFlags.LIST_LEAVES))
                .containsExactly(TRIED);
        assertThat(snapshots.children(context, TRIED, SnapshotFlags.LIST_DESCENDANTS))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "V0_3_3, NETWORKS",
        "V0_7_2, NETWORKS STORAGE NODE_DEVICES SECRETS",
        "V0_9_1, NETWORKS STORAGE STORAGE_STREAMS NODE_DEVICES SECRETS DOMAIN_SNAPSHOT",
        "V0_9_12, NETWORKS STORAGE STORAGE_STREAMS NODE_DEVICES SECRETS DOMAIN_SNAPSHOT",
        "V1_2_7, NETWORKS STORAGE STORAGE_STREAMS NODE_DEVICES SECRETS DOMAIN_SNAPSHOT"
    })
    void whatADaemonOfThatTimeHasIsAFeature(Version version, String features) {
        List<Feature> about = List.of(
                Feature.NETWORKS,
                Feature.STORAGE,
                Feature.STORAGE_STREAMS,
                Feature.NODE_DEVICES,
                Feature.SECRETS,
                Feature.DOMAIN_SNAPSHOT);

        assertThat(open(daemon(version).port()).features().stream().filter(about::contains))
                .extracting(Feature::name)
                .containsExactlyInAnyOrder(words(features));
    }

    @Test
    void theCallsThatListAllAreAskedForOnce() {
        StandInDaemon daemon = daemon(Version.V0_9_12);
        DriverConnection connection = open(daemon.port());

        for (int i = 0; i < 2; i++) {
            connection.facet(NetworkFacet.class).orElseThrow().list(context, 0);
            connection.facet(StorageFacet.class).orElseThrow().listPools(context, 0);
            connection.facet(SnapshotFacet.class).orElseThrow().list(context, WEB, 0);
        }

        assertThat(daemon.asked())
                .containsOnlyOnce(
                        "CONNECT_LIST_ALL_NETWORKS", "CONNECT_LIST_ALL_STORAGE_POOLS", "DOMAIN_LIST_ALL_SNAPSHOTS");
    }

    @Test
    void aDaemonThatListsAllIsNotAskedForNames() {
        StandInDaemon daemon = daemon(Version.V1_2_7);
        DriverConnection connection = open(daemon.port());

        connection.facet(NetworkFacet.class).orElseThrow().list(context, 0);
        connection.facet(StorageFacet.class).orElseThrow().listVolumes(context, IMAGES);

        assertThat(daemon.asked()).doesNotContain("CONNECT_LIST_NETWORKS", "STORAGE_POOL_LIST_VOLUMES");
    }

    @Test
    void eachStepWaitsOnceHoweverManyThereAre() {
        String[] names =
                IntStream.range(0, 200).mapToObj(i -> "disk" + i + ".img").toArray(String[]::new);
        StandInDaemon daemon = daemon(Version.V0_9_12).answer("STORAGE_VOL_LOOKUP_BY_NAME", call ->
                new Object[] {new VolumeRef(IMAGES.name(), call.text("name"), call.text("name"))});
        OldDaemon.names(daemon, "STORAGE_POOL_NUM_OF_VOLUMES", "STORAGE_POOL_LIST_VOLUMES", names);
        DelayingProxy proxy = new DelayingProxy(daemon.port(), Duration.ofMillis(100));
        open.add(proxy);
        DriverConnection connection = open(proxy.port());
        StorageFacet storage = connection.facet(StorageFacet.class).orElseThrow();
        NetworkFacet networks = connection.facet(NetworkFacet.class).orElseThrow();
        proxy.takeWaits();

        assertThat(storage.listVolumes(context, IMAGES)).hasSize(names.length);
        assertThat(proxy.takeWaits()).as("count, names, volumes").isEqualTo(3);
        assertThat(networks.list(context, 0)).hasSize(3);
        assertThat(proxy.takeWaits()).as("both counts, both lists, networks").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"-1", "-2147483648"})
    void aNegativeCountIsSaid(int count) {
        StandInDaemon daemon =
                daemon(Version.V0_9_12).answer("STORAGE_POOL_NUM_OF_VOLUMES", call -> new Object[] {count});
        StorageFacet storage = open(daemon.port()).facet(StorageFacet.class).orElseThrow();

        assertThatThrownBy(() -> storage.listVolumes(context, IMAGES))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("STORAGE_POOL_NUM_OF_VOLUMES")
                .extracting(e -> ((InnkeeperException) e).code())
                .isEqualTo(ErrorCode.RPC);
    }

    @Test
    void aSecretWithoutAUuidIsSaid() {
        StandInDaemon daemon = daemon(Version.V0_9_12);
        OldDaemon.names(daemon, "CONNECT_NUM_OF_SECRETS", "CONNECT_LIST_SECRETS", "no-uuid");
        SecretFacet secrets = open(daemon.port()).facet(SecretFacet.class).orElseThrow();

        assertThatThrownBy(() -> secrets.list(context, 0))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("no-uuid");
    }
}
