package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.driver.storage.image.ImageHeader;
import org.innkeeper.driver.storage.image.StorageErrors;

/** One pool as it is now: its definition, whether it is active, and the volumes found in it. Guarded by itself. */
final class Pool {
    private static final System.Logger LOG = System.getLogger(Pool.class.getName());

    /** Names of files that are being made; they are no volumes yet. */
    static final String UNFINISHED = ".innkeeper-unfinished-";

    private final Map<String, Volume> volumes = new TreeMap<>();
    private final Set<String> busy = new HashSet<>();
    private PoolDefinition definition;
    private boolean persistent;
    private boolean active;

    Pool(PoolDefinition definition, boolean persistent) {
        this.definition = definition;
        this.persistent = persistent;
    }

    synchronized PoolDefinition definition() {
        return definition;
    }

    synchronized void redefine(PoolDefinition newDefinition) {
        definition = newDefinition;
        persistent = true;
    }

    synchronized boolean isPersistent() {
        return persistent;
    }

    synchronized void forgetDefinition() {
        persistent = false;
    }

    synchronized boolean isActive() {
        return active;
    }

    synchronized void requireActive() {
        if (!active) {
            throw StorageErrors.pool(
                    ErrorCode.OPERATION_INVALID,
                    definition.name(),
                    "storage pool '" + definition.name() + "' is not active",
                    "Start the pool first.");
        }
    }

    synchronized void requireInactive() {
        if (active) {
            throw StorageErrors.pool(
                    ErrorCode.OPERATION_INVALID,
                    definition.name(),
                    "storage pool '" + definition.name() + "' is still active",
                    "Stop the pool first; that deletes nothing.");
        }
    }

    synchronized void start() {
        if (active) {
            throw StorageErrors.pool(
                    ErrorCode.OPERATION_INVALID,
                    definition.name(),
                    "storage pool '" + definition.name() + "' is already active",
                    null);
        }
        scan();
        active = true;
    }

    synchronized void stop() {
        requireActive();
        if (!busy.isEmpty()) {
            throw StorageErrors.pool(
                    ErrorCode.OPERATION_INVALID,
                    definition.name(),
                    "storage pool '" + definition.name() + "' is in use: " + String.join(", ", busy)
                            + " is being made or changed",
                    "Wait until that is done, or cancel it.");
        }
        active = false;
        volumes.clear();
    }

    /** Looks at the directory again. */
    synchronized void scan() {
        Map<String, Volume> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(definition.directory())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !name.startsWith(UNFINISHED) && !busy.contains(name)) {
                    found.put(name, look(name, file));
                }
            }
        } catch (IOException e) {
            throw StorageErrors.file(definition.directory(), "reading the storage pool at", e);
        }
        busy.stream().filter(volumes::containsKey).forEach(name -> found.put(name, volumes.get(name)));
        volumes.clear();
        volumes.putAll(found);
    }

    private Volume look(String name, Path file) {
        VolumeRef ref = new VolumeRef(definition.name(), name, file.toString());
        try {
            return new Volume(ref, file, ImageHeader.read(file).format());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} cannot be read, it is taken as raw: {1}", file, e.getMessage());
            return new Volume(ref, file, org.innkeeper.driver.storage.image.ImageFormat.RAW);
        }
    }

    /** Looks at one file again, which is or becomes a volume. */
    synchronized Volume update(String name) {
        Volume volume = look(name, definition.directory().resolve(name));
        volumes.put(name, volume);
        return volume;
    }

    synchronized void forget(String name) {
        volumes.remove(name);
    }

    synchronized List<Volume> volumes() {
        requireActive();
        return List.copyOf(volumes.values());
    }

    synchronized Optional<Volume> volume(String name) {
        return Optional.ofNullable(volumes.get(name));
    }

    synchronized Volume requireVolume(String name) {
        requireActive();
        return volume(name).orElseThrow(() -> noVolume(definition.name(), name));
    }

    static InnkeeperException noVolume(String pool, String name) {
        return StorageErrors.volume(
                ErrorCode.NO_STORAGE_VOL,
                name,
                "storage pool '" + pool + "' has no volume '" + name + "'",
                "Refresh the pool if the file is new.");
    }

    /** Keeps others from a name while its file is made or changed. */
    synchronized void occupy(String name) {
        if (!busy.add(name)) {
            throw StorageErrors.volume(
                    ErrorCode.OPERATION_INVALID,
                    name,
                    "volume '" + name + "' is being made or changed already",
                    "Wait until that is done, or cancel it.");
        }
    }

    synchronized void release(String name) {
        busy.remove(name);
    }

    synchronized StoragePoolInfo info() {
        if (!active) {
            return new StoragePoolInfo(StoragePoolInfo.INACTIVE, 0, 0, 0);
        }
        try {
            FileStore store = Files.getFileStore(definition.directory());
            long capacity = store.getTotalSpace();
            return new StoragePoolInfo(
                    StoragePoolInfo.RUNNING, capacity, capacity - store.getUnallocatedSpace(), store.getUsableSpace());
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the directory of pool {0} cannot be reached: {1}",
                    definition.name(),
                    e.getMessage());
            return new StoragePoolInfo(StoragePoolInfo.INACCESSIBLE, 0, 0, 0);
        }
    }
}
