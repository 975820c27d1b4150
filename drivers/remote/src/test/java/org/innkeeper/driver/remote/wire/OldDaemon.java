package org.innkeeper.driver.remote.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NetworkRef;
import org.innkeeper.core.model.NodeDeviceRef;
import org.innkeeper.core.model.SecretRef;
import org.innkeeper.core.model.SnapshotRef;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.driver.remote.protocol.Values;

/** A host as daemons of several times tell of it: guests, networks, storage, devices, secrets and snapshots. */
public final class OldDaemon {
    public static final DomainRef WEB = new DomainRef("web", uuid(1), 3);
    public static final DomainRef MAIL = new DomainRef("mail", uuid(2), 7);
    public static final DomainRef FILES = new DomainRef("files", uuid(3), -1);
    public static final Map<DomainRef, DomainState> STATES =
            Map.of(WEB, DomainState.RUNNING, MAIL, DomainState.PAUSED, FILES, DomainState.SHUT_OFF);

    /** Runs, with the host. */
    public static final NetworkRef DEFAULT = new NetworkRef("default", uuid(11));

    /** Runs without being defined. */
    public static final NetworkRef GUESTS = new NetworkRef("guests", uuid(12));

    public static final NetworkRef LAB = new NetworkRef("lab", uuid(13));

    /** Runs, with the host; a directory. */
    public static final StoragePoolRef IMAGES = new StoragePoolRef("images", uuid(21));

    /** A volume group. */
    public static final StoragePoolRef BACKUP = new StoragePoolRef("backup", uuid(22));

    public static final VolumeRef ROOT = new VolumeRef("images", "root.img", "/images/root.img");
    public static final VolumeRef DATA = new VolumeRef("images", "data.img", "/images/data.img");

    public static final NodeDeviceRef CARD = new NodeDeviceRef("pci_0000_00_03_0");
    public static final NodeDeviceRef LAN = new NodeDeviceRef("net_eth0_52_54_00_00_00_01");

    public static final SecretRef KEY = new SecretRef(uuid(31), 1, "/images/secret.img");

    /** Of its value nobody is told. */
    public static final SecretRef PRIVATE_KEY = new SecretRef(uuid(32), 2, "cluster");

    public static final SnapshotRef FRESH = new SnapshotRef(WEB, "fresh");
    public static final SnapshotRef UPDATED = new SnapshotRef(WEB, "updated");
    public static final SnapshotRef TRIED = new SnapshotRef(WEB, "tried");

    /** A version that can be told, and the last procedure it knows. */
    public enum Version {
        /** Knows no authentication, no storage and no devices. */
        V0_3_3(3_003, 65),
        /** Cannot tell its version, nor what is active. */
        V0_7_2(7_002, 148),
        /** Tells no state without all the rest. */
        V0_9_1(9_001, 209),
        /** Has no list of all guests, nor of anything else. */
        V0_9_12(9_012, 272),
        /** Has no statistics of all guests. */
        V1_2_7(1_002_007, 343);

        private final long number;
        private final int last;

        Version(long number, int last) {
            this.number = number;
            this.last = last;
        }

        public long number() {
            return number;
        }
    }

    private OldDaemon() {}

    private static UUID uuid(int number) {
        return UUID.fromString("6a1e29c4-1d3f-4c51-8a6b-0d3d3f1a%04d".formatted(number));
    }

    public static StandInDaemon of(Version version) {
        AtomicBoolean opened = new AtomicBoolean();
        StandInDaemon daemon = new StandInDaemon(version.last)
                .answer("AUTH_LIST", call -> new Object[] {List.of(0)})
                .answer("CONNECT_OPEN", call -> {
                    opened.set(true);
                    return new Object[0];
                })
                .answer("CONNECT_CLOSE", call -> new Object[0])
                .answer("CONNECT_SUPPORTS_FEATURE", call -> supportsFeature(opened.get()))
                .answer("CONNECT_GET_TYPE", call -> new Object[] {"QEMU"})
                .answer("CONNECT_GET_LIB_VERSION", call -> new Object[] {version.number});
        guests(daemon);
        networks(daemon);
        storage(daemon);
        devicesAndSecrets(daemon);
        snapshots(daemon);
        return daemon;
    }

    private static Object[] supportsFeature(boolean opened) {
        if (!opened) {
            throw StandInDaemon.refusal(ErrorCode.INTERNAL_ERROR, "connection not open");
        }
        return new Object[] {0};
    }

    private static void guests(StandInDaemon daemon) {
        daemon.answer("CONNECT_NUM_OF_DOMAINS", call -> new Object[] {2})
                .answer("CONNECT_NUM_OF_DEFINED_DOMAINS", call -> new Object[] {1})
                .answer("CONNECT_LIST_DOMAINS", call -> new Object[] {List.of(WEB.id(), MAIL.id())})
                .answer("CONNECT_LIST_DEFINED_DOMAINS", call -> new Object[] {List.of(FILES.name())})
                .answer("CONNECT_LIST_ALL_DOMAINS", call -> new Object[] {List.of(WEB, MAIL, FILES), 3})
                .answer("DOMAIN_LOOKUP_BY_ID", call -> new Object[] {call.integer("id") == WEB.id() ? WEB : MAIL})
                .answer("DOMAIN_LOOKUP_BY_NAME", call -> new Object[] {FILES})
                .answer("DOMAIN_GET_INFO", call -> new Object[] {state(call), 2_048L, 1_024L, 2, 5_000_000L})
                .answer("DOMAIN_GET_STATE", call -> new Object[] {state(call), 1})
                .answer("DOMAIN_IS_PERSISTENT", call -> flag(!call.get("dom").equals(MAIL)))
                .answer(
                        "DOMAIN_HAS_MANAGED_SAVE_IMAGE",
                        call -> flag(call.get("dom").equals(FILES)))
                .answer("DOMAIN_GET_AUTOSTART", call -> flag(call.get("dom").equals(WEB)));
    }

    private static int state(Values call) {
        return STATES.get((DomainRef) call.get("dom")).number();
    }

    private static Object[] flag(boolean set) {
        return new Object[] {set ? 1 : 0};
    }

    private static void networks(StandInDaemon daemon) {
        names(daemon, "CONNECT_NUM_OF_NETWORKS", "CONNECT_LIST_NETWORKS", DEFAULT.name(), GUESTS.name());
        names(daemon, "CONNECT_NUM_OF_DEFINED_NETWORKS", "CONNECT_LIST_DEFINED_NETWORKS", LAB.name());
        Map<Object, Object> networks =
                new LinkedHashMap<>(Map.of(DEFAULT.name(), DEFAULT, GUESTS.name(), GUESTS, LAB.name(), LAB));
        daemon.answer("NETWORK_LOOKUP_BY_NAME", call -> found(networks, call.get("name"), ErrorCode.NO_NETWORK))
                .answer("CONNECT_LIST_ALL_NETWORKS", call -> new Object[] {List.of(DEFAULT, GUESTS, LAB), 3})
                .answer("NETWORK_IS_ACTIVE", call -> flag(!call.get("net").equals(LAB)))
                .answer("NETWORK_IS_PERSISTENT", call -> flag(!call.get("net").equals(GUESTS)))
                .answer("NETWORK_GET_AUTOSTART", call -> flag(call.get("net").equals(DEFAULT)));
    }

    private static void storage(StandInDaemon daemon) {
        names(daemon, "CONNECT_NUM_OF_STORAGE_POOLS", "CONNECT_LIST_STORAGE_POOLS", IMAGES.name());
        names(daemon, "CONNECT_NUM_OF_DEFINED_STORAGE_POOLS", "CONNECT_LIST_DEFINED_STORAGE_POOLS", BACKUP.name());
        // The last of them is deleted before it is looked up.
        names(daemon, "STORAGE_POOL_NUM_OF_VOLUMES", "STORAGE_POOL_LIST_VOLUMES", "root.img", "data.img", "old.img");
        Map<Object, Object> pools = Map.of(IMAGES.name(), IMAGES, BACKUP.name(), BACKUP);
        Map<Object, Object> volumes = Map.of(ROOT.name(), ROOT, DATA.name(), DATA);
        daemon.answer("STORAGE_POOL_LOOKUP_BY_NAME", call -> found(pools, call.get("name"), ErrorCode.NO_STORAGE_POOL))
                .answer(
                        "STORAGE_VOL_LOOKUP_BY_NAME",
                        call -> found(volumes, call.get("name"), ErrorCode.NO_STORAGE_VOL))
                .answer("CONNECT_LIST_ALL_STORAGE_POOLS", call -> new Object[] {List.of(IMAGES, BACKUP), 2})
                .answer("STORAGE_POOL_LIST_ALL_VOLUMES", call -> new Object[] {List.of(ROOT, DATA), 2})
                .answer("STORAGE_POOL_IS_ACTIVE", call -> flag(call.get("pool").equals(IMAGES)))
                .answer("STORAGE_POOL_IS_PERSISTENT", call -> flag(true))
                .answer(
                        "STORAGE_POOL_GET_AUTOSTART",
                        call -> flag(call.get("pool").equals(IMAGES)))
                .answer("STORAGE_POOL_GET_XML_DESC", call ->
                        new Object[] {"<pool type='" + (call.get("pool").equals(IMAGES) ? "dir" : "logical") + "'/>"});
    }

    private static void devicesAndSecrets(StandInDaemon daemon) {
        daemon.answer("NODE_NUM_OF_DEVICES", call -> new Object[] {devices(call).size()})
                .answer("NODE_LIST_DEVICES", call -> new Object[] {devices(call)})
                .answer("CONNECT_LIST_ALL_NODE_DEVICES", call -> new Object[] {List.of(CARD, LAN), 2});
        names(
                daemon,
                "CONNECT_NUM_OF_SECRETS",
                "CONNECT_LIST_SECRETS",
                KEY.uuid().toString(),
                PRIVATE_KEY.uuid().toString());
        daemon.answer("SECRET_LOOKUP_BY_UUID", call ->
                        new Object[] {call.get("uuid").equals(KEY.uuid()) ? KEY : PRIVATE_KEY})
                .answer("SECRET_GET_XML_DESC", call -> new Object[] {
                    "<secret ephemeral='no' private='" + (call.get("secret").equals(KEY) ? "no" : "yes") + "'/>"
                })
                .answer("CONNECT_LIST_ALL_SECRETS", call -> new Object[] {List.of(KEY, PRIVATE_KEY), 2});
    }

    private static List<String> devices(Values call) {
        String capability = call.text("cap");
        if (capability == null) {
            return List.of(CARD.name(), LAN.name());
        }
        return switch (capability) {
            case "pci" -> List.of(CARD.name());
            case "net" -> List.of(LAN.name());
            default -> List.of();
        };
    }

    private static void snapshots(StandInDaemon daemon) {
        Map<SnapshotRef, String> definitions = new LinkedHashMap<>();
        definitions.put(TRIED, snapshot(TRIED, "disk-snapshot", UPDATED, "external"));
        definitions.put(FRESH, snapshot(FRESH, "shutoff", null, "internal"));
        definitions.put(UPDATED, snapshot(UPDATED, "running", FRESH, "internal"));
        daemon.answer("DOMAIN_SNAPSHOT_NUM", call ->
                        new Object[] {call.get("dom").equals(WEB) ? definitions.size() : 0})
                .answer("DOMAIN_SNAPSHOT_LIST_NAMES", call -> new Object[] {
                    definitions.keySet().stream().map(SnapshotRef::name).toList()
                })
                .answer("DOMAIN_SNAPSHOT_LOOKUP_BY_NAME", call ->
                        new Object[] {new SnapshotRef((DomainRef) call.get("dom"), call.text("name"))})
                .answer("DOMAIN_SNAPSHOT_GET_XML_DESC", call -> new Object[] {definitions.get(call.get("snap"))})
                .answer("DOMAIN_LIST_ALL_SNAPSHOTS", call -> new Object[] {List.copyOf(definitions.keySet()), 3})
                .answer("DOMAIN_SNAPSHOT_LIST_ALL_CHILDREN", call -> new Object[] {List.of(UPDATED), 1})
                .answer("DOMAIN_SNAPSHOT_GET_PARENT", call -> parent((SnapshotRef) call.get("snap")));
    }

    private static String snapshot(SnapshotRef one, String state, SnapshotRef parent, String where) {
        return "<domainsnapshot><name>" + one.name() + "</name><state>" + state + "</state>"
                + (parent == null ? "" : "<parent><name>" + parent.name() + "</name></parent>")
                + "<disks><disk name='vda' snapshot='" + where + "'/></disks></domainsnapshot>";
    }

    private static Object[] parent(SnapshotRef snapshot) {
        if (snapshot.equals(FRESH)) {
            throw StandInDaemon.refusal(ErrorCode.NO_DOMAIN_SNAPSHOT, "no domain snapshot");
        }
        return new Object[] {snapshot.equals(TRIED) ? UPDATED : FRESH};
    }

    /** A count, and the names; more than are asked for are not told. */
    public static void names(StandInDaemon daemon, String count, String list, String... names) {
        daemon.answer(count, call -> new Object[] {names.length}).answer(list, call -> {
            Object most = call.toMap().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("max"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            return new Object[] {new ArrayList<>(List.of(names)).subList(0, Math.min(names.length, (Integer) most))};
        });
    }

    private static Object[] found(Map<Object, Object> all, Object name, ErrorCode gone) {
        Object one = all.get(name);
        if (one == null) {
            throw StandInDaemon.refusal(gone, "there is no " + name);
        }
        return new Object[] {one};
    }
}
