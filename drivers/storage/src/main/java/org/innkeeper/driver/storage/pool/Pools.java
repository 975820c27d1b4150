package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.storage.image.StorageErrors;

/** All pools of one state root, in memory and on disk. Guarded by itself; a pool is locked after it, never before. */
final class Pools {
    private static final System.Logger LOG = System.getLogger(Pools.class.getName());
    private static final String DEFAULT = "default";
    private static final int PRIVATE_MODE = 0700;

    private final Path root;
    private final PoolStore store;
    private final Map<UUID, Pool> pools = new ConcurrentHashMap<>();
    private boolean loaded;

    Pools(Path root) {
        this.root = root;
        this.store = new PoolStore(root);
    }

    private synchronized void load() {
        if (loaded) {
            return;
        }
        boolean first = store.isNew();
        for (PoolDefinition definition : store.load()) {
            Pool pool = new Pool(definition, true);
            pools.put(definition.uuid(), pool);
            if (store.has(definition.uuid(), PoolStore.Mark.AUTOSTART)
                    || store.has(definition.uuid(), PoolStore.Mark.ACTIVE)) {
                startQuietly(pool);
            }
        }
        loaded = true;
        if (first) {
            addDefault();
        }
    }

    private static void startQuietly(Pool pool) {
        try {
            pool.start();
        } catch (InnkeeperException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "storage pool {0} does not start: {1}",
                    pool.definition().name(),
                    e.getMessage());
        }
    }

    /** The pool that everybody expects to be there, on a new host. */
    private void addDefault() {
        XmlElement definition = new XmlElement("pool").setAttribute("type", "dir");
        definition.add(new XmlElement("name").setText(DEFAULT));
        XmlElement target = new XmlElement("target");
        target.add(new XmlElement("path").setText(root.resolve("images").toString()));
        definition.add(target);
        Pool pool = define(definition.toText());
        build(pool);
        start(pool);
        setAutostart(pool, true);
    }

    List<Pool> all() {
        load();
        List<Pool> all = new ArrayList<>(pools.values());
        all.sort(Comparator.comparing(pool -> pool.definition().name()));
        return all;
    }

    Pool byUuid(UUID uuid) {
        load();
        Pool pool = pools.get(uuid);
        if (pool == null) {
            throw missing("UUID " + uuid);
        }
        return pool;
    }

    Pool byName(String name) {
        return all().stream()
                .filter(pool -> pool.definition().name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing("name '" + name + "'"));
    }

    private static InnkeeperException missing(String what) {
        return StorageErrors.pool(
                ErrorCode.NO_STORAGE_POOL, what, "there is no storage pool with " + what, "See the list of pools.");
    }

    synchronized Pool define(String xml) {
        load();
        PoolDefinition definition = PoolDefinition.parse(xml);
        Pool pool = pools.get(definition.uuid());
        requireUnique(definition);
        store.save(definition);
        if (pool == null) {
            pool = new Pool(definition, true);
            pools.put(definition.uuid(), pool);
        } else {
            pool.redefine(definition);
        }
        return pool;
    }

    /** Starts a pool that is not defined. */
    synchronized Pool create(String xml, boolean build) {
        load();
        PoolDefinition definition = PoolDefinition.parse(xml);
        Pool known = pools.get(definition.uuid());
        requireUnique(definition);
        if (known != null) {
            known.requireInactive();
        }
        Pool pool = known == null ? new Pool(definition, false) : known;
        if (build) {
            build(pool);
        }
        pool.start();
        pools.put(definition.uuid(), pool);
        return pool;
    }

    private void requireUnique(PoolDefinition definition) {
        StoragePoolRef ref = definition.ref();
        for (Pool pool : pools.values()) {
            PoolDefinition other = pool.definition();
            if (other.uuid().equals(ref.uuid())) {
                if (!other.name().equals(ref.name())) {
                    throw conflict(ref, "pool '" + other.name() + "' has the UUID " + ref.uuid() + " already");
                }
                continue;
            }
            if (other.name().equals(ref.name())) {
                throw conflict(ref, "a pool of that name exists already, with UUID " + other.uuid());
            }
            if (other.directory().equals(definition.directory())) {
                throw conflict(ref, "pool '" + other.name() + "' has the directory " + other.directory() + " already");
            }
        }
    }

    private static InnkeeperException conflict(StoragePoolRef ref, String reason) {
        return StorageErrors.pool(
                ErrorCode.OPERATION_FAILED,
                ref.name(),
                "storage pool '" + ref.name() + "' cannot be had: " + reason,
                "Choose another name and directory, or remove the other pool.");
    }

    synchronized void undefine(Pool pool) {
        pool.requireInactive();
        store.delete(pool.definition().uuid());
        pools.remove(pool.definition().uuid());
    }

    void build(Pool pool) {
        pool.requireInactive();
        PoolDefinition definition = pool.definition();
        try {
            boolean there = Files.isDirectory(definition.directory());
            Files.createDirectories(definition.directory());
            if (definition.mode() != null || !there) {
                Permissions.apply(definition.directory(), definition.mode() == null ? PRIVATE_MODE : definition.mode());
            }
        } catch (IOException e) {
            throw StorageErrors.file(definition.directory(), "making the directory of a storage pool at", e);
        }
    }

    synchronized void start(Pool pool) {
        pool.start();
        if (pool.isPersistent()) {
            store.set(pool.definition().uuid(), PoolStore.Mark.ACTIVE, true);
        }
    }

    synchronized void stop(Pool pool) {
        pool.stop();
        if (pool.isPersistent()) {
            store.set(pool.definition().uuid(), PoolStore.Mark.ACTIVE, false);
        } else {
            pools.remove(pool.definition().uuid());
        }
    }

    boolean isAutostart(Pool pool) {
        return store.has(pool.definition().uuid(), PoolStore.Mark.AUTOSTART);
    }

    void setAutostart(Pool pool, boolean wanted) {
        if (!pool.isPersistent()) {
            throw StorageErrors.pool(
                    ErrorCode.OPERATION_INVALID,
                    pool.definition().name(),
                    "storage pool '" + pool.definition().name() + "' is not defined, so it cannot start by itself",
                    "Define the pool first.");
        }
        store.set(pool.definition().uuid(), PoolStore.Mark.AUTOSTART, wanted);
    }
}
