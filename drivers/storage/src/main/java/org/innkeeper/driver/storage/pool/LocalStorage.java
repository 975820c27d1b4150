package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.core.spi.StorageFlags;
import org.innkeeper.driver.storage.image.ImageFormat;
import org.innkeeper.driver.storage.image.ImageTool;
import org.innkeeper.driver.storage.image.StorageErrors;

/** The storage pools of this machine that are kept below one state root. */
public final class LocalStorage implements StorageFacet {
    private static final long ANY_LIST = StorageFlags.LIST_INACTIVE
            | StorageFlags.LIST_ACTIVE
            | StorageFlags.LIST_PERSISTENT
            | StorageFlags.LIST_TRANSIENT
            | StorageFlags.LIST_AUTOSTART
            | StorageFlags.LIST_NO_AUTOSTART;
    private static final long ANY_BUILD = StorageFlags.CREATE_WITH_BUILD
            | StorageFlags.CREATE_WITH_BUILD_OVERWRITE
            | StorageFlags.CREATE_WITH_BUILD_NO_OVERWRITE;
    private static final long SPARSE_STREAM = 1;
    private static final int WIPE_BLOCK = 1 << 20;

    private final Pools pools;
    private final VolumeWork work;
    private final VolumeDescription description;

    /** @param root the state root; the driver that asks owns it */
    public LocalStorage(Path root) {
        this(root, new ImageTool());
    }

    LocalStorage(Path root, ImageTool tool) {
        pools = new Pools(root);
        work = new VolumeWork(tool);
        description = new VolumeDescription(tool);
    }

    @Override
    public List<StoragePoolRef> listPools(CallContext context, long flags) {
        StorageFlags.check("listing storage pools", flags, ANY_LIST);
        return pools.all().stream()
                .filter(pool -> matches(flags, StorageFlags.LIST_ACTIVE, StorageFlags.LIST_INACTIVE, pool.isActive())
                        && matches(
                                flags, StorageFlags.LIST_PERSISTENT, StorageFlags.LIST_TRANSIENT, pool.isPersistent())
                        && matches(
                                flags,
                                StorageFlags.LIST_AUTOSTART,
                                StorageFlags.LIST_NO_AUTOSTART,
                                pools.isAutostart(pool)))
                .map(pool -> pool.definition().ref())
                .toList();
    }

    /** Of a pair of flags, both or none mean no filter. */
    private static boolean matches(long flags, long yes, long no, boolean value) {
        boolean filtered = (flags & (yes | no)) != 0;
        return !filtered || (flags & (value ? yes : no)) != 0;
    }

    private Pool find(StoragePoolRef ref) {
        return pools.byUuid(ref.uuid());
    }

    private Pool poolOf(VolumeRef volume) {
        return pools.byName(volume.pool());
    }

    @Override
    public StoragePoolRef lookupPoolByName(CallContext context, String name) {
        return pools.byName(name).definition().ref();
    }

    @Override
    public StoragePoolRef lookupPoolByUuid(CallContext context, UUID uuid) {
        return pools.byUuid(uuid).definition().ref();
    }

    @Override
    public StoragePoolRef lookupPoolByVolume(CallContext context, VolumeRef volume) {
        return poolOf(volume).definition().ref();
    }

    @Override
    public StoragePoolRef createPoolXml(CallContext context, String xml, long flags) {
        StorageFlags.check("creating a storage pool", flags, ANY_BUILD);
        return pools.create(xml, flags != 0).definition().ref();
    }

    @Override
    public StoragePoolRef definePoolXml(CallContext context, String xml) {
        return pools.define(xml).definition().ref();
    }

    @Override
    public void undefinePool(CallContext context, StoragePoolRef pool) {
        pools.undefine(find(pool));
    }

    @Override
    public void buildPool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("building a storage pool", flags, StorageFlags.BUILD_NEW);
        pools.build(find(pool));
    }

    @Override
    public void startPool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("starting a storage pool", flags, ANY_BUILD);
        Pool found = find(pool);
        if (flags != 0) {
            pools.build(found);
        }
        pools.start(found);
    }

    @Override
    public void destroyPool(CallContext context, StoragePoolRef pool) {
        pools.stop(find(pool));
    }

    @Override
    public void deletePool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("deleting a storage pool", flags, 0);
        Pool found = find(pool);
        found.requireInactive();
        Path directory = found.definition().directory();
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw StorageErrors.file(directory, "deleting the directory of a storage pool at", e);
        }
    }

    @Override
    public void refreshPool(CallContext context, StoragePoolRef pool) {
        Pool found = find(pool);
        found.requireActive();
        found.scan();
    }

    @Override
    public StoragePoolInfo poolInfo(CallContext context, StoragePoolRef pool) {
        return find(pool).info();
    }

    @Override
    public String poolXml(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("reading a storage pool", flags, StorageFlags.XML_INACTIVE);
        Pool found = find(pool);
        return found.definition().describe(found.info());
    }

    @Override
    public boolean poolAutostart(CallContext context, StoragePoolRef pool) {
        return pools.isAutostart(find(pool));
    }

    @Override
    public void setPoolAutostart(CallContext context, StoragePoolRef pool, boolean autostart) {
        pools.setAutostart(find(pool), autostart);
    }

    @Override
    public boolean isPoolActive(CallContext context, StoragePoolRef pool) {
        return find(pool).isActive();
    }

    @Override
    public boolean isPoolPersistent(CallContext context, StoragePoolRef pool) {
        return find(pool).isPersistent();
    }

    @Override
    public String findPoolSources(CallContext context, String type, String sourceXml) {
        throw StorageErrors.pool(
                ErrorCode.NO_SUPPORT,
                type,
                "sources of storage pools of type '" + type + "' cannot be searched for on this host",
                "Name the directory of the pool instead.");
    }

    @Override
    public List<VolumeRef> listVolumes(CallContext context, StoragePoolRef pool) {
        return find(pool).volumes().stream().map(Volume::ref).toList();
    }

    @Override
    public VolumeRef lookupVolumeByName(CallContext context, StoragePoolRef pool, String name) {
        return find(pool).requireVolume(name).ref();
    }

    @Override
    public VolumeRef lookupVolumeByKey(CallContext context, String key) {
        return lookupVolumeByPath(context, key);
    }

    @Override
    public VolumeRef lookupVolumeByPath(CallContext context, String path) {
        Path wanted = Path.of(path).normalize();
        for (Pool pool : pools.all()) {
            boolean inside = pool.isActive() && pool.definition().directory().equals(wanted.getParent());
            if (inside && pool.volume(wanted.getFileName().toString()).isPresent()) {
                return pool.requireVolume(wanted.getFileName().toString()).ref();
            }
        }
        throw StorageErrors.volume(
                ErrorCode.NO_STORAGE_VOL,
                path,
                "no active storage pool has a volume at " + path,
                "Refresh the pool if the file is new.");
    }

    @Override
    public VolumeRef createVolumeXml(CallContext context, StoragePoolRef pool, String xml, long flags) {
        StorageFlags.check("creating a volume", flags, StorageFlags.VOLUME_CREATE_PREALLOC_METADATA);
        Pool found = find(pool);
        found.requireActive();
        return work.create(context, found, VolumeDefinition.parse(xml, flags != 0));
    }

    @Override
    public VolumeRef createVolumeXmlFrom(
            CallContext context, StoragePoolRef pool, String xml, VolumeRef source, long flags) {
        StorageFlags.check("copying a volume", flags, StorageFlags.VOLUME_CREATE_PREALLOC_METADATA);
        Pool found = find(pool);
        found.requireActive();
        Volume original = requireVolume(source);
        return work.copy(context, found, VolumeDefinition.parse(xml, flags != 0), original);
    }

    private Volume requireVolume(VolumeRef ref) {
        return poolOf(ref).requireVolume(ref.name());
    }

    /** The volume, where its file really is in the directory of the pool and not somewhere a link leads to. */
    private Volume requireOwnFile(VolumeRef ref) {
        Volume volume = requireVolume(ref);
        if (Permissions.isLink(volume.path())) {
            throw StorageErrors.volume(
                    ErrorCode.OPERATION_DENIED,
                    ref.name(),
                    "volume '" + ref.name() + "' is a link to a file outside of the storage pool, which is not changed",
                    "Change the file at its own place.");
        }
        return volume;
    }

    @Override
    public void deleteVolume(CallContext context, VolumeRef volume, long flags) {
        StorageFlags.check("deleting a volume", flags, StorageFlags.VOLUME_DELETE_ZEROED);
        Pool pool = poolOf(volume);
        Volume found = requireVolume(volume);
        if ((flags & StorageFlags.VOLUME_DELETE_ZEROED) != 0) {
            wipeVolume(context, volume, 0);
        }
        changing(pool, volume.name(), () -> {
            Files.deleteIfExists(found.path());
            pool.forget(volume.name());
        });
    }

    /** Something done to the file of a volume. */
    @FunctionalInterface
    private interface FileAction {
        void perform() throws IOException;
    }

    private static void changing(Pool pool, String name, FileAction action) {
        pool.occupy(name);
        try {
            action.perform();
        } catch (IOException e) {
            throw StorageErrors.file(pool.definition().directory().resolve(name), "changing the volume", e);
        } finally {
            pool.release(name);
        }
    }

    @Override
    public void wipeVolume(CallContext context, VolumeRef volume, int algorithm) {
        if (algorithm != 0) {
            throw StorageErrors.volume(
                    ErrorCode.NO_SUPPORT,
                    volume.name(),
                    "volumes are overwritten with zeros only, not by algorithm " + algorithm,
                    "Use algorithm 0.");
        }
        Pool pool = poolOf(volume);
        Volume found = requireOwnFile(volume);
        changing(pool, volume.name(), () -> {
            try (FileChannel channel = FileChannel.open(found.path(), StandardOpenOption.WRITE)) {
                long size = channel.size();
                ByteBuffer zeros = ByteBuffer.allocate(WIPE_BLOCK);
                for (long at = 0; at < size; ) {
                    context.check("overwriting volume '" + volume.name() + "'");
                    zeros.clear().limit((int) Math.min(WIPE_BLOCK, size - at));
                    at += channel.write(zeros, at);
                    context.progress().progress((double) at / size);
                }
                channel.force(true);
            }
        });
        pool.update(volume.name());
    }

    @Override
    public void resizeVolume(CallContext context, VolumeRef volume, long capacity, long flags) {
        StorageFlags.check(
                "resizing a volume",
                flags,
                StorageFlags.VOLUME_RESIZE_ALLOCATE
                        | StorageFlags.VOLUME_RESIZE_DELTA
                        | StorageFlags.VOLUME_RESIZE_SHRINK);
        Pool pool = poolOf(volume);
        Volume found = requireOwnFile(volume);
        long current = description.info(context, found).capacity();
        boolean shrink = (flags & StorageFlags.VOLUME_RESIZE_SHRINK) != 0;
        long wanted = capacity;
        if ((flags & StorageFlags.VOLUME_RESIZE_DELTA) != 0) {
            wanted = shrink ? current - Math.abs(capacity) : Math.addExact(current, capacity);
        }
        if (wanted < 0 || wanted < current && !shrink) {
            throw StorageErrors.volume(
                    ErrorCode.INVALID_ARG,
                    volume.name(),
                    "volume '" + volume.name() + "' would become smaller, from " + current + " to " + wanted
                            + " bytes, and lose data",
                    "Ask for shrinking explicitly if that is meant.");
        }
        List<String> options = new ArrayList<>();
        if (shrink && wanted < current) {
            options.add("--shrink");
        } else if ((flags & StorageFlags.VOLUME_RESIZE_ALLOCATE) != 0) {
            options.add("--preallocation=falloc");
        }
        long size = wanted;
        ImageFormat format = found.format();
        changing(pool, volume.name(), () -> work.resize(context, found.path(), format.toolName(), size, options));
    }

    @Override
    public VolumeInfo volumeInfo(CallContext context, VolumeRef volume) {
        return description.info(context, requireVolume(volume));
    }

    @Override
    public String volumeXml(CallContext context, VolumeRef volume) {
        return description.xml(context, requireVolume(volume));
    }

    @Override
    public String volumePath(CallContext context, VolumeRef volume) {
        return requireVolume(volume).path().toString();
    }

    @Override
    public ByteStream upload(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        StorageFlags.check("uploading a volume", flags, SPARSE_STREAM);
        requireRange(volume, offset, length);
        Pool pool = poolOf(volume);
        Volume found = requireOwnFile(volume);
        pool.occupy(volume.name());
        try {
            FileChannel channel = FileChannel.open(found.path(), StandardOpenOption.WRITE, StandardOpenOption.READ);
            long most = length == 0 ? Long.MAX_VALUE - offset : length;
            return new UploadStream(found.path(), channel, offset, most, () -> {
                pool.release(volume.name());
                pool.update(volume.name());
            });
        } catch (IOException e) {
            pool.release(volume.name());
            throw StorageErrors.file(found.path(), "opening the volume", e);
        }
    }

    @Override
    public ByteStream download(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        StorageFlags.check("downloading a volume", flags, SPARSE_STREAM);
        requireRange(volume, offset, length);
        Volume found = requireVolume(volume);
        try {
            FileChannel channel = FileChannel.open(found.path(), StandardOpenOption.READ);
            long rest = channel.size() - offset;
            if (rest < 0 || length > rest) {
                channel.close();
                throw StorageErrors.volume(
                        ErrorCode.INVALID_ARG,
                        volume.name(),
                        "volume '" + volume.name() + "' ends before what is to be read of it",
                        "Ask for less.");
            }
            long most = length == 0 ? rest : length;
            return new DownloadStream(found.path(), channel, offset, most, flags == SPARSE_STREAM, () -> {});
        } catch (IOException e) {
            throw StorageErrors.file(found.path(), "opening the volume", e);
        }
    }

    private static void requireRange(VolumeRef volume, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw StorageErrors.volume(
                    ErrorCode.INVALID_ARG, volume.name(), "offset and length of a transfer are not negative", null);
        }
    }
}
