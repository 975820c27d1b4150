package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.PoolFilter;
import org.innkeeper.core.api.flag.PoolStartFlag;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFacet;

/** The storage pools of a host and the volumes in them: finding and making them. */
public final class Storage extends ApiObject {
    Storage(ConnectionCore core) {
        super(core);
    }

    /** The object for a pool that is known by its reference. Does not look whether it exists. */
    public StoragePool pool(StoragePoolRef ref) {
        return new StoragePool(core(), ref);
    }

    /** The object for a volume that is known by its reference. Does not look whether it exists. */
    public StorageVolume volume(VolumeRef ref) {
        return new StorageVolume(core(), ref);
    }

    /** The pools that match, all of them without filters: {@code virConnectListAllStoragePools}. */
    public List<StoragePool> list(CallContext context, Set<PoolFilter> filters) {
        return call("list")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.listPools(c, Flag.bits(filters)))
                .stream()
                .map(this::pool)
                .toList();
    }

    /** {@code virStoragePoolLookupByName}. */
    public StoragePool lookupByName(CallContext context, String name) {
        return pool(call("lookupByName")
                .notEmpty("name", name)
                .get(context, (facet, c) -> facet.lookupPoolByName(c, name)));
    }

    /** {@code virStoragePoolLookupByUUID}. */
    public StoragePool lookupByUuid(CallContext context, UUID uuid) {
        return pool(
                call("lookupByUuid").notNull("uuid", uuid).get(context, (facet, c) -> facet.lookupPoolByUuid(c, uuid)));
    }

    /** Starts a pool that is not defined: {@code virStoragePoolCreateXML}. */
    public StoragePool create(CallContext context, String xml, Set<PoolStartFlag> flags) {
        return pool(call("create")
                .changes()
                .notEmpty("xml", xml)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.createPoolXml(c, xml, Flag.bits(flags))));
    }

    /** {@code virStoragePoolDefineXML}. */
    public StoragePool define(CallContext context, String xml) {
        return pool(
                call("define").changes().notEmpty("xml", xml).get(context, (facet, c) -> facet.definePoolXml(c, xml)));
    }

    /**
     * Where pools of a kind could be found: {@code virConnectFindStoragePoolSources}.
     *
     * @param sourceXml where to look, or null
     */
    public String findSources(CallContext context, String type, String sourceXml) {
        return call("findSources")
                .changes()
                .notEmpty("type", type)
                .get(context, (facet, c) -> facet.findPoolSources(c, type, sourceXml));
    }

    /** {@code virStorageVolLookupByKey}. */
    public StorageVolume lookupVolumeByKey(CallContext context, String key) {
        return volume(call("lookupVolumeByKey")
                .notEmpty("key", key)
                .get(context, (facet, c) -> facet.lookupVolumeByKey(c, key)));
    }

    /** {@code virStorageVolLookupByPath}. */
    public StorageVolume lookupVolumeByPath(CallContext context, String path) {
        return volume(call("lookupVolumeByPath")
                .notEmpty("path", path)
                .get(context, (facet, c) -> facet.lookupVolumeByPath(c, path)));
    }

    private Call<StorageFacet> call(String method) {
        return call(StorageFacet.class, method);
    }
}
