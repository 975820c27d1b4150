package org.innkeeper.core.spi;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;

/** Storage pools and volumes. Flags are those of {@link StorageFlags}. */
public interface StorageFacet extends Facet {
    /**
     * {@code virConnectListAllStoragePools}.
     *
     * @param flags {@code LIST_} bits
     */
    List<StoragePoolRef> listPools(CallContext context, long flags);

    /** {@code virStoragePoolLookupByName}. */
    StoragePoolRef lookupPoolByName(CallContext context, String name);

    /** {@code virStoragePoolLookupByUUID}. */
    StoragePoolRef lookupPoolByUuid(CallContext context, UUID uuid);

    /** {@code virStoragePoolLookupByVolume}. */
    StoragePoolRef lookupPoolByVolume(CallContext context, VolumeRef volume);

    /**
     * Starts a pool that is not defined: {@code virStoragePoolCreateXML}.
     *
     * @param flags {@code BUILD_} bits of creation
     */
    StoragePoolRef createPoolXml(CallContext context, String xml, long flags);

    /** {@code virStoragePoolDefineXML}. */
    StoragePoolRef definePoolXml(CallContext context, String xml);

    /** {@code virStoragePoolUndefine}. */
    void undefinePool(CallContext context, StoragePoolRef pool);

    /**
     * Makes what the pool needs on the host, such as its directory: {@code virStoragePoolBuild}.
     *
     * @param flags {@code BUILD_} bits
     */
    void buildPool(CallContext context, StoragePoolRef pool, long flags);

    /** {@code virStoragePoolCreate}. */
    void startPool(CallContext context, StoragePoolRef pool, long flags);

    /** Stops using the pool; deletes nothing: {@code virStoragePoolDestroy}. */
    void destroyPool(CallContext context, StoragePoolRef pool);

    /**
     * Deletes what the pool is made of: {@code virStoragePoolDelete}.
     *
     * @param flags {@code DELETE_} bits
     */
    void deletePool(CallContext context, StoragePoolRef pool, long flags);

    /** Reads the volumes again: {@code virStoragePoolRefresh}. */
    void refreshPool(CallContext context, StoragePoolRef pool);

    /** {@code virStoragePoolGetInfo}. */
    StoragePoolInfo poolInfo(CallContext context, StoragePoolRef pool);

    /**
     * {@code virStoragePoolGetXMLDesc}.
     *
     * @param flags {@code XML_} bits
     */
    String poolXml(CallContext context, StoragePoolRef pool, long flags);

    /** {@code virStoragePoolGetAutostart}. */
    boolean poolAutostart(CallContext context, StoragePoolRef pool);

    /** {@code virStoragePoolSetAutostart}. */
    void setPoolAutostart(CallContext context, StoragePoolRef pool, boolean autostart);

    /** {@code virStoragePoolIsActive}. */
    boolean isPoolActive(CallContext context, StoragePoolRef pool);

    /** {@code virStoragePoolIsPersistent}. */
    boolean isPoolPersistent(CallContext context, StoragePoolRef pool);

    /**
     * Where pools of a kind could be found: {@code virConnectFindStoragePoolSources}.
     *
     * @param sourceXml where to look, or null
     */
    String findPoolSources(CallContext context, String type, String sourceXml);

    /** {@code virStoragePoolListAllVolumes}. */
    List<VolumeRef> listVolumes(CallContext context, StoragePoolRef pool);

    /** {@code virStorageVolLookupByName}. */
    VolumeRef lookupVolumeByName(CallContext context, StoragePoolRef pool, String name);

    /** {@code virStorageVolLookupByKey}. */
    VolumeRef lookupVolumeByKey(CallContext context, String key);

    /** {@code virStorageVolLookupByPath}. */
    VolumeRef lookupVolumeByPath(CallContext context, String path);

    /**
     * {@code virStorageVolCreateXML}; progress is told.
     *
     * @param flags {@code VOLUME_CREATE_} bits
     */
    VolumeRef createVolumeXml(CallContext context, StoragePoolRef pool, String xml, long flags);

    /**
     * Copies a volume: {@code virStorageVolCreateXMLFrom}; progress is told.
     *
     * @param flags {@code VOLUME_CREATE_} bits
     */
    VolumeRef createVolumeXmlFrom(CallContext context, StoragePoolRef pool, String xml, VolumeRef source, long flags);

    /**
     * {@code virStorageVolDelete}.
     *
     * @param flags {@code VOLUME_DELETE_} bits
     */
    void deleteVolume(CallContext context, VolumeRef volume, long flags);

    /** Overwrites the contents: {@code virStorageVolWipe}. */
    void wipeVolume(CallContext context, VolumeRef volume, int algorithm);

    /**
     * {@code virStorageVolResize}.
     *
     * @param capacity bytes
     * @param flags {@code VOLUME_RESIZE_} bits
     */
    void resizeVolume(CallContext context, VolumeRef volume, long capacity, long flags);

    /** {@code virStorageVolGetInfo}. */
    VolumeInfo volumeInfo(CallContext context, VolumeRef volume);

    /** {@code virStorageVolGetXMLDesc}. */
    String volumeXml(CallContext context, VolumeRef volume);

    /** {@code virStorageVolGetPath}. */
    String volumePath(CallContext context, VolumeRef volume);

    /**
     * Writes into a volume: {@code virStorageVolUpload}.
     *
     * @param offset bytes
     * @param length bytes, 0 for as much as comes
     * @param flags 1 sparse stream
     */
    ByteStream upload(CallContext context, VolumeRef volume, long offset, long length, long flags);

    /**
     * Reads a volume: {@code virStorageVolDownload}.
     *
     * @param offset bytes
     * @param length bytes, 0 for all
     * @param flags 1 sparse stream
     */
    ByteStream download(CallContext context, VolumeRef volume, long offset, long length, long flags);
}
