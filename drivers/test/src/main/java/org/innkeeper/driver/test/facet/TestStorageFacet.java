package org.innkeeper.driver.test.facet;

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
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.TestHost;
import org.innkeeper.driver.test.host.TestPool;
import org.innkeeper.driver.test.host.TestVolume;
import org.innkeeper.driver.test.host.XmlReading;

/** Storage pools and volumes of a host in memory. */
final class TestStorageFacet extends HostFacet implements StorageFacet {
    private static final long CREATE = StorageFlags.CREATE_WITH_BUILD
            | StorageFlags.CREATE_WITH_BUILD_OVERWRITE
            | StorageFlags.CREATE_WITH_BUILD_NO_OVERWRITE;
    private static final long BUILD = StorageFlags.BUILD_REPAIR
            | StorageFlags.BUILD_RESIZE
            | StorageFlags.BUILD_NO_OVERWRITE
            | StorageFlags.BUILD_OVERWRITE;
    private static final long VOLUME_CREATE = StorageFlags.VOLUME_CREATE_PREALLOC_METADATA
            | StorageFlags.VOLUME_CREATE_REFLINK
            | StorageFlags.VOLUME_CREATE_VALIDATE;
    private static final long SPARSE = 1;
    private static final int WIPE_ALGORITHMS = 10;

    TestStorageFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public List<StoragePoolRef> listPools(CallContext context, long flags) {
        StorageFlags.check("storage.listPools", flags, ObjectFilter.ALL);
        return call(context, "storage.listPools", () -> {
            List<StoragePoolRef> refs = new ArrayList<>();
            for (TestPool pool : host.pools().all()) {
                if (ObjectFilter.matches(flags, pool.isActive(), pool.isPersistent(), pool.autostart())) {
                    refs.add(pool.ref());
                }
            }
            return refs;
        });
    }

    @Override
    public StoragePoolRef lookupPoolByName(CallContext context, String name) {
        return call(
                context, "storage.lookupPool", () -> host.pools().byName(name).ref());
    }

    @Override
    public StoragePoolRef lookupPoolByUuid(CallContext context, UUID uuid) {
        return call(
                context, "storage.lookupPool", () -> host.pools().byUuid(uuid).ref());
    }

    @Override
    public StoragePoolRef lookupPoolByVolume(CallContext context, VolumeRef volume) {
        return call(context, "storage.lookupPool", () -> host.pools()
                .byName(volume.pool())
                .ref());
    }

    @Override
    public StoragePoolRef createPoolXml(CallContext context, String xml, long flags) {
        StorageFlags.check("storage.createPool", flags, CREATE);
        return call(context, "storage.createPool", () -> host.pools()
                .create(xml, flags != 0)
                .ref());
    }

    @Override
    public StoragePoolRef definePoolXml(CallContext context, String xml) {
        return call(
                context, "storage.definePool", () -> host.pools().define(xml).ref());
    }

    private TestPool pool(StoragePoolRef ref) {
        return host.pools().byUuid(ref.uuid());
    }

    @Override
    public void undefinePool(CallContext context, StoragePoolRef pool) {
        run(context, "storage.undefinePool", () -> host.pools().undefine(pool(pool)));
    }

    @Override
    public void buildPool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("storage.buildPool", flags, BUILD);
        run(context, "storage.buildPool", () -> host.pools().build(pool(pool)));
    }

    @Override
    public void startPool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("storage.startPool", flags, CREATE);
        run(context, "storage.startPool", () -> host.pools().start(pool(pool)));
    }

    @Override
    public void destroyPool(CallContext context, StoragePoolRef pool) {
        run(context, "storage.destroyPool", () -> host.pools().stop(pool(pool)));
    }

    @Override
    public void deletePool(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("storage.deletePool", flags, StorageFlags.DELETE_ZEROED);
        run(context, "storage.deletePool", () -> host.pools().delete(pool(pool)));
    }

    @Override
    public void refreshPool(CallContext context, StoragePoolRef pool) {
        run(context, "storage.refreshPool", () -> host.pools().refresh(pool(pool)));
    }

    @Override
    public StoragePoolInfo poolInfo(CallContext context, StoragePoolRef pool) {
        return call(context, "storage.poolInfo", () -> pool(pool).info());
    }

    @Override
    public String poolXml(CallContext context, StoragePoolRef pool, long flags) {
        StorageFlags.check("storage.poolXml", flags, StorageFlags.XML_INACTIVE);
        return call(context, "storage.poolXml", () -> {
            TestPool found = pool(pool);
            return (flags & StorageFlags.XML_INACTIVE) != 0 ? found.definition() : found.xml();
        });
    }

    @Override
    public boolean poolAutostart(CallContext context, StoragePoolRef pool) {
        return call(context, "storage.poolInfo", () -> pool(pool).autostart());
    }

    @Override
    public void setPoolAutostart(CallContext context, StoragePoolRef pool, boolean autostart) {
        run(context, "storage.autostartPool", () -> host.pools().setAutostart(pool(pool), autostart));
    }

    @Override
    public boolean isPoolActive(CallContext context, StoragePoolRef pool) {
        return call(context, "storage.poolInfo", () -> pool(pool).isActive());
    }

    @Override
    public boolean isPoolPersistent(CallContext context, StoragePoolRef pool) {
        return call(context, "storage.poolInfo", () -> pool(pool).isPersistent());
    }

    @Override
    public String findPoolSources(CallContext context, String type, String sourceXml) {
        return call(context, "storage.findSources", () -> PoolSources.find(type, sourceXml));
    }

    @Override
    public List<VolumeRef> listVolumes(CallContext context, StoragePoolRef pool) {
        return call(context, "storage.listVolumes", () -> {
            TestPool found = pool(pool);
            host.pools().requireActive(found);
            return found.volumes().stream().map(TestVolume::ref).toList();
        });
    }

    @Override
    public VolumeRef lookupVolumeByName(CallContext context, StoragePoolRef pool, String name) {
        return call(context, "storage.lookupVolume", () -> host.volumes()
                .get(pool(pool), name)
                .ref());
    }

    @Override
    public VolumeRef lookupVolumeByKey(CallContext context, String key) {
        return call(context, "storage.lookupVolume", () -> host.volumes()
                .find("the key", key, volume -> volume.ref().key().equals(key))
                .ref());
    }

    @Override
    public VolumeRef lookupVolumeByPath(CallContext context, String path) {
        return call(context, "storage.lookupVolume", () -> host.volumes()
                .find("the path", path, volume -> volume.path().equals(path))
                .ref());
    }

    @Override
    public VolumeRef createVolumeXml(CallContext context, StoragePoolRef pool, String xml, long flags) {
        StorageFlags.check("storage.createVolume", flags, VOLUME_CREATE);
        return createVolume(context, pool, xml, null);
    }

    @Override
    public VolumeRef createVolumeXmlFrom(
            CallContext context, StoragePoolRef pool, String xml, VolumeRef source, long flags) {
        StorageFlags.check("storage.createVolume", flags, VOLUME_CREATE);
        return createVolume(context, pool, xml, source);
    }

    private VolumeRef createVolume(CallContext context, StoragePoolRef pool, String xml, VolumeRef source) {
        VolumeRef[] created = new VolumeRef[1];
        job(context, "storage.createVolume", null, () -> pool(pool), () -> {
            TestVolume from = source == null ? null : host.volumes().get(source);
            TestVolume volume = host.volumes()
                    .create(pool(pool), XmlReading.document(xml, "volume").root());
            if (from != null) {
                volume.content().copyFrom(from.content());
                if (volume.capacity() < from.capacity()) {
                    host.volumes().resize(volume, from.capacity(), false, false);
                }
            }
            created[0] = volume.ref();
        });
        return created[0];
    }

    @Override
    public void deleteVolume(CallContext context, VolumeRef volume, long flags) {
        StorageFlags.check(
                "storage.deleteVolume",
                flags,
                StorageFlags.VOLUME_DELETE_ZEROED | StorageFlags.VOLUME_DELETE_WITH_SNAPSHOTS);
        run(context, "storage.deleteVolume", () -> host.volumes()
                .delete(host.volumes().get(volume)));
    }

    @Override
    public void wipeVolume(CallContext context, VolumeRef volume, int algorithm) {
        job(context, "storage.wipeVolume", null, () -> host.volumes().get(volume), () -> {
            if (algorithm < 0 || algorithm >= WIPE_ALGORITHMS) {
                throw HostErrors.argument("There is no algorithm " + algorithm + " to wipe a volume with");
            }
            host.volumes().get(volume).content().clear();
        });
    }

    @Override
    public void resizeVolume(CallContext context, VolumeRef volume, long capacity, long flags) {
        StorageFlags.check(
                "storage.resizeVolume",
                flags,
                StorageFlags.VOLUME_RESIZE_ALLOCATE
                        | StorageFlags.VOLUME_RESIZE_DELTA
                        | StorageFlags.VOLUME_RESIZE_SHRINK);
        boolean shrink = (flags & StorageFlags.VOLUME_RESIZE_SHRINK) != 0;
        run(context, "storage.resizeVolume", () -> {
            TestVolume found = host.volumes().get(volume);
            long wanted = capacity;
            if ((flags & StorageFlags.VOLUME_RESIZE_DELTA) != 0) {
                wanted = found.capacity() + (shrink ? -Math.abs(capacity) : capacity);
            }
            if (wanted < 0) {
                throw HostErrors.of(ErrorCode.INVALID_ARG, "A volume cannot have " + wanted + " bytes");
            }
            host.volumes().resize(found, wanted, (flags & StorageFlags.VOLUME_RESIZE_ALLOCATE) != 0, shrink);
        });
    }

    @Override
    public VolumeInfo volumeInfo(CallContext context, VolumeRef volume) {
        return call(
                context, "storage.volumeInfo", () -> host.volumes().get(volume).info());
    }

    @Override
    public String volumeXml(CallContext context, VolumeRef volume) {
        return call(
                context, "storage.volumeXml", () -> host.volumes().get(volume).xml());
    }

    @Override
    public String volumePath(CallContext context, VolumeRef volume) {
        return call(
                context, "storage.volumeInfo", () -> host.volumes().get(volume).path());
    }

    @Override
    public ByteStream upload(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        StorageFlags.check("storage.upload", flags, SPARSE);
        return call(context, "storage.upload", () -> {
            TestVolume found = host.volumes().get(volume);
            return new VolumeUpload(gate, found.content(), offset, end(found, offset, length), (flags & SPARSE) != 0);
        });
    }

    @Override
    public ByteStream download(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        StorageFlags.check("storage.download", flags, SPARSE);
        return call(context, "storage.download", () -> {
            TestVolume found = host.volumes().get(volume);
            return new VolumeDownload(gate, found.content(), offset, end(found, offset, length), (flags & SPARSE) != 0);
        });
    }

    private static long end(TestVolume volume, long offset, long length) {
        if (offset < 0 || length < 0 || offset > volume.capacity() || length > volume.capacity() - offset) {
            throw HostErrors.argument("The volume '" + volume.name() + "' has " + volume.capacity()
                    + " bytes, so it has no " + length + " bytes from " + offset);
        }
        return length == 0 ? volume.capacity() : offset + length;
    }
}
