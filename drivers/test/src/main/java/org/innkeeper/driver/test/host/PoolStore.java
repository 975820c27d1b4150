package org.innkeeper.driver.test.host;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.event.ConnectionEvent.StoragePoolLifecycle;
import org.innkeeper.core.event.ConnectionEvent.StoragePoolRefreshed;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The storage pools of a host. Used under its lock. */
public final class PoolStore {
    private static final int DEFINED = 0;
    private static final int UNDEFINED = 1;
    private static final int STARTED = 2;
    private static final int STOPPED = 3;
    private static final int CREATED = 4;
    private static final int DELETED = 5;

    private static final Set<String> TYPES = Set.of(
            "dir",
            "fs",
            "netfs",
            "logical",
            "disk",
            "iscsi",
            "iscsi-direct",
            "scsi",
            "mpath",
            "rbd",
            "sheepdog",
            "gluster",
            "zfs",
            "vstorage");

    private final TestHost host;
    private final Map<UUID, TestPool> pools = new LinkedHashMap<>();

    PoolStore(TestHost host) {
        this.host = host;
    }

    public Collection<TestPool> all() {
        return Collections.unmodifiableCollection(pools.values());
    }

    public TestPool byUuid(UUID uuid) {
        TestPool pool = pools.get(uuid);
        if (pool == null) {
            throw missing("UUID " + uuid, uuid.toString());
        }
        return pool;
    }

    public TestPool byName(String name) {
        return pools.values().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing("name '" + name + "'", name));
    }

    private static RuntimeException missing(String what, String name) {
        return HostErrors.about(
                ErrorCode.NO_STORAGE_POOL,
                ErrorSubject.Kind.STORAGE_POOL,
                name,
                "There is no storage pool with " + what,
                "Read the list again");
    }

    public TestPool define(String xml) {
        TestPool pool = admit(XmlReading.document(xml, "pool"));
        pool.setPersistent(true);
        post(pool, DEFINED);
        return pool;
    }

    public TestPool create(String xml, boolean build) {
        TestPool pool = admit(XmlReading.document(xml, "pool"));
        if (pool.isActive()) {
            throw state(pool, "is active already", null);
        }
        if (build) {
            post(pool, CREATED);
        }
        start(pool);
        return pool;
    }

    /** Adds one that is simply there, active. */
    public TestPool place(XmlElement element) {
        TestPool pool = admit(XmlDocument.parse(element.toText()));
        pool.setPersistent(true);
        pool.setActive(true);
        return pool;
    }

    private TestPool admit(XmlDocument document) {
        XmlElement root = document.root();
        if (!TYPES.contains(String.valueOf(root.attribute("type")))) {
            throw XmlErrors.unacceptable(root, "has the unknown type '" + root.attribute("type") + "'");
        }
        if (root.element("name") == null && root.element("source") != null) {
            String sourceName = XmlReading.text(root.element("source"), "name");
            if (sourceName != null) {
                XmlReading.setText(root, "name", sourceName);
            }
        }
        String name = XmlReading.name(root);
        UUID uuid = XmlReading.uuid(root);
        TestPool pool = known(name, uuid);
        if (pool == null) {
            pool = new TestPool(name, uuid == null ? host.ids().uuid() : uuid);
        }
        XmlReading.setText(root, "uuid", pool.ref().uuid().toString());
        for (XmlElement volume : root.elements("volume")) {
            root.remove(volume);
        }
        pool.define(document);
        pools.put(pool.ref().uuid(), pool);
        return pool;
    }

    private TestPool known(String name, UUID uuid) {
        for (TestPool other : pools.values()) {
            boolean sameName = other.name().equals(name);
            boolean sameUuid = other.ref().uuid().equals(uuid);
            if (sameName && sameUuid) {
                return other;
            }
            if (sameName || sameUuid) {
                throw HostErrors.about(
                        ErrorCode.OPERATION_FAILED,
                        ErrorSubject.Kind.STORAGE_POOL,
                        other.name(),
                        "A storage pool '" + other.name() + "' exists already with the UUID "
                                + other.ref().uuid(),
                        "Choose another name, and leave the UUID out");
            }
        }
        return null;
    }

    public void start(TestPool pool) {
        requireInactive(pool);
        pool.setActive(true);
        post(pool, STARTED);
    }

    public void stop(TestPool pool) {
        requireActive(pool);
        pool.setActive(false);
        if (!pool.isPersistent()) {
            pools.remove(pool.ref().uuid());
        }
        post(pool, STOPPED);
    }

    public void undefine(TestPool pool) {
        requireInactive(pool);
        pools.remove(pool.ref().uuid());
        post(pool, UNDEFINED);
    }

    public void build(TestPool pool) {
        requireInactive(pool);
        post(pool, CREATED);
    }

    public void delete(TestPool pool) {
        requireInactive(pool);
        pool.clear();
        post(pool, DELETED);
    }

    public void refresh(TestPool pool) {
        requireActive(pool);
        host.events().post(new StoragePoolRefreshed(pool.ref()));
    }

    public void setAutostart(TestPool pool, boolean autostart) {
        if (!pool.isPersistent()) {
            throw state(pool, "is transient and cannot start with the host", "Define it first");
        }
        pool.setAutostart(autostart);
    }

    public void requireActive(TestPool pool) {
        if (!pool.isActive()) {
            throw state(pool, "is not active", "Start it first");
        }
    }

    private static void requireInactive(TestPool pool) {
        if (pool.isActive()) {
            throw state(pool, "is active", "Stop it first");
        }
    }

    private static RuntimeException state(TestPool pool, String reason, String remedy) {
        return HostErrors.about(
                ErrorCode.OPERATION_INVALID,
                ErrorSubject.Kind.STORAGE_POOL,
                pool.name(),
                "The storage pool '" + pool.name() + "' " + reason,
                remedy);
    }

    private void post(TestPool pool, int type) {
        host.events().post(new StoragePoolLifecycle(pool.ref(), type));
    }
}
