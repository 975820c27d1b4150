package org.innkeeper.driver.remote;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFacet;
import org.innkeeper.driver.remote.protocol.Values;

/** Storage pools and volumes over the wire. */
final class RemoteStorage implements StorageFacet {
    private final FarSide far;
    private final boolean listedByName;
    private final StorageByName byName;

    /** @param listedByName whether the daemon has no calls that list all */
    RemoteStorage(FarSide far, boolean listedByName) {
        this.far = far;
        this.listedByName = listedByName;
        this.byName = new StorageByName(far);
    }

    @Override
    public List<StoragePoolRef> listPools(CallContext context, long flags) {
        return listedByName
                ? byName.pools(context, flags)
                : far.list(StoragePoolRef.class, "pools", context, "CONNECT_LIST_ALL_STORAGE_POOLS", 1, flags);
    }

    @Override
    public StoragePoolRef lookupPoolByName(CallContext context, String name) {
        return far.ask(StoragePoolRef.class, context, "STORAGE_POOL_LOOKUP_BY_NAME", name);
    }

    @Override
    public StoragePoolRef lookupPoolByUuid(CallContext context, UUID uuid) {
        return far.ask(StoragePoolRef.class, context, "STORAGE_POOL_LOOKUP_BY_UUID", uuid);
    }

    @Override
    public StoragePoolRef lookupPoolByVolume(CallContext context, VolumeRef volume) {
        return far.ask(StoragePoolRef.class, context, "STORAGE_POOL_LOOKUP_BY_VOLUME", volume);
    }

    @Override
    public StoragePoolRef createPoolXml(CallContext context, String xml, long flags) {
        return far.ask(StoragePoolRef.class, context, "STORAGE_POOL_CREATE_XML", xml, flags);
    }

    @Override
    public StoragePoolRef definePoolXml(CallContext context, String xml) {
        return far.ask(StoragePoolRef.class, context, "STORAGE_POOL_DEFINE_XML", xml, 0);
    }

    @Override
    public void undefinePool(CallContext context, StoragePoolRef pool) {
        far.call(context, "STORAGE_POOL_UNDEFINE", pool);
    }

    @Override
    public void buildPool(CallContext context, StoragePoolRef pool, long flags) {
        far.call(context, "STORAGE_POOL_BUILD", pool, flags);
    }

    @Override
    public void startPool(CallContext context, StoragePoolRef pool, long flags) {
        far.call(context, "STORAGE_POOL_CREATE", pool, flags);
    }

    @Override
    public void destroyPool(CallContext context, StoragePoolRef pool) {
        far.call(context, "STORAGE_POOL_DESTROY", pool);
    }

    @Override
    public void deletePool(CallContext context, StoragePoolRef pool, long flags) {
        far.call(context, "STORAGE_POOL_DELETE", pool, flags);
    }

    @Override
    public void refreshPool(CallContext context, StoragePoolRef pool) {
        far.call(context, "STORAGE_POOL_REFRESH", pool, 0);
    }

    @Override
    public StoragePoolInfo poolInfo(CallContext context, StoragePoolRef pool) {
        Values info = far.call(context, "STORAGE_POOL_GET_INFO", pool);
        return new StoragePoolInfo(
                info.integer("state"), info.number("capacity"), info.number("allocation"), info.number("available"));
    }

    @Override
    public String poolXml(CallContext context, StoragePoolRef pool, long flags) {
        return far.askText(context, "STORAGE_POOL_GET_XML_DESC", pool, flags);
    }

    @Override
    public boolean poolAutostart(CallContext context, StoragePoolRef pool) {
        return far.askFlag(context, "STORAGE_POOL_GET_AUTOSTART", pool);
    }

    @Override
    public void setPoolAutostart(CallContext context, StoragePoolRef pool, boolean autostart) {
        far.call(context, "STORAGE_POOL_SET_AUTOSTART", pool, autostart ? 1 : 0);
    }

    @Override
    public boolean isPoolActive(CallContext context, StoragePoolRef pool) {
        Boolean answer = far.orElseIfUnsupported(() -> far.askFlag(context, "STORAGE_POOL_IS_ACTIVE", pool), null);
        return answer == null ? byName.isActive(context, pool) : answer;
    }

    @Override
    public boolean isPoolPersistent(CallContext context, StoragePoolRef pool) {
        return far.orElseIfUnsupported(() -> far.askFlag(context, "STORAGE_POOL_IS_PERSISTENT", pool), true);
    }

    @Override
    public String findPoolSources(CallContext context, String type, String sourceXml) {
        return far.askText(context, "CONNECT_FIND_STORAGE_POOL_SOURCES", type, sourceXml, 0);
    }

    @Override
    public List<VolumeRef> listVolumes(CallContext context, StoragePoolRef pool) {
        return listedByName
                ? byName.volumes(context, pool)
                : far.list(VolumeRef.class, "vols", context, "STORAGE_POOL_LIST_ALL_VOLUMES", pool, 1, 0);
    }

    @Override
    public VolumeRef lookupVolumeByName(CallContext context, StoragePoolRef pool, String name) {
        return far.ask(VolumeRef.class, context, "STORAGE_VOL_LOOKUP_BY_NAME", pool, name);
    }

    @Override
    public VolumeRef lookupVolumeByKey(CallContext context, String key) {
        return far.ask(VolumeRef.class, context, "STORAGE_VOL_LOOKUP_BY_KEY", key);
    }

    @Override
    public VolumeRef lookupVolumeByPath(CallContext context, String path) {
        return far.ask(VolumeRef.class, context, "STORAGE_VOL_LOOKUP_BY_PATH", path);
    }

    @Override
    public VolumeRef createVolumeXml(CallContext context, StoragePoolRef pool, String xml, long flags) {
        return far.ask(VolumeRef.class, context, "STORAGE_VOL_CREATE_XML", pool, xml, flags);
    }

    @Override
    public VolumeRef createVolumeXmlFrom(
            CallContext context, StoragePoolRef pool, String xml, VolumeRef source, long flags) {
        return far.ask(VolumeRef.class, context, "STORAGE_VOL_CREATE_XML_FROM", pool, xml, source, flags);
    }

    @Override
    public void deleteVolume(CallContext context, VolumeRef volume, long flags) {
        far.call(context, "STORAGE_VOL_DELETE", volume, flags);
    }

    @Override
    public void wipeVolume(CallContext context, VolumeRef volume, int algorithm) {
        if (algorithm == 0) {
            far.call(context, "STORAGE_VOL_WIPE", volume, 0);
        } else {
            far.call(context, "STORAGE_VOL_WIPE_PATTERN", volume, algorithm, 0);
        }
    }

    @Override
    public void resizeVolume(CallContext context, VolumeRef volume, long capacity, long flags) {
        far.call(context, "STORAGE_VOL_RESIZE", volume, capacity, flags);
    }

    @Override
    public VolumeInfo volumeInfo(CallContext context, VolumeRef volume) {
        Values info = far.call(context, "STORAGE_VOL_GET_INFO", volume);
        return new VolumeInfo(info.integer("type"), info.number("capacity"), info.number("allocation"));
    }

    @Override
    public String volumeXml(CallContext context, VolumeRef volume) {
        return far.askText(context, "STORAGE_VOL_GET_XML_DESC", volume, 0);
    }

    @Override
    public String volumePath(CallContext context, VolumeRef volume) {
        return far.askText(context, "STORAGE_VOL_GET_PATH", volume);
    }

    @Override
    public ByteStream upload(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        return far.bulkStream(context, "STORAGE_VOL_UPLOAD", volume, offset, length, flags);
    }

    @Override
    public ByteStream download(CallContext context, VolumeRef volume, long offset, long length, long flags) {
        return far.bulkStream(context, "STORAGE_VOL_DOWNLOAD", volume, offset, length, flags);
    }
}
