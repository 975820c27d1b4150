package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.PoolBuildFlag;
import org.innkeeper.core.api.flag.PoolDeleteFlag;
import org.innkeeper.core.api.flag.PoolStartFlag;
import org.innkeeper.core.api.flag.PoolXmlFlag;
import org.innkeeper.core.api.flag.VolumeCreateFlag;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.StoragePoolInfo;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.StorageFacet;

/** A storage pool and the making of volumes in it. Two are equal when connection and UUID are. */
public final class StoragePool extends HostObject {
    private final StoragePoolRef ref;

    StoragePool(ConnectionCore core, StoragePoolRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    @Override
    public StoragePoolRef ref() {
        return ref;
    }

    public String name() {
        return ref.name();
    }

    public UUID uuid() {
        return ref.uuid();
    }

    /** {@code virStoragePoolGetInfo}. */
    public StoragePoolInfo info(CallContext context) {
        return call("info").get(context, (facet, c) -> facet.poolInfo(c, ref));
    }

    /** {@code virStoragePoolGetXMLDesc}. */
    public String xml(CallContext context, Set<PoolXmlFlag> flags) {
        return call("xml").notNull("flags", flags).get(context, (facet, c) -> facet.poolXml(c, ref, Flag.bits(flags)));
    }

    /** Makes what the pool needs on the host, such as its directory: {@code virStoragePoolBuild}. */
    public void build(CallContext context, Set<PoolBuildFlag> flags) {
        call("build")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.buildPool(c, ref, Flag.bits(flags)));
    }

    /** {@code virStoragePoolCreate}. */
    public void start(CallContext context, Set<PoolStartFlag> flags) {
        call("start")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.startPool(c, ref, Flag.bits(flags)));
    }

    /** Stops using the pool; deletes nothing: {@code virStoragePoolDestroy}. */
    public void destroy(CallContext context) {
        call("destroy").changes().run(context, (facet, c) -> facet.destroyPool(c, ref));
    }

    /** Deletes what the pool is made of: {@code virStoragePoolDelete}. */
    public void delete(CallContext context, Set<PoolDeleteFlag> flags) {
        call("delete")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.deletePool(c, ref, Flag.bits(flags)));
    }

    /** {@code virStoragePoolUndefine}. */
    public void undefine(CallContext context) {
        call("undefine").changes().run(context, (facet, c) -> facet.undefinePool(c, ref));
    }

    /** Reads the volumes again: {@code virStoragePoolRefresh}. */
    public void refresh(CallContext context) {
        call("refresh").changes().run(context, (facet, c) -> facet.refreshPool(c, ref));
    }

    /** {@code virStoragePoolGetAutostart}. */
    public boolean autostart(CallContext context) {
        return call("autostart").get(context, (facet, c) -> facet.poolAutostart(c, ref));
    }

    /** {@code virStoragePoolSetAutostart}. */
    public void setAutostart(CallContext context, boolean autostart) {
        call("setAutostart").changes().run(context, (facet, c) -> facet.setPoolAutostart(c, ref, autostart));
    }

    /** {@code virStoragePoolIsActive}. */
    public boolean isActive(CallContext context) {
        return call("isActive").get(context, (facet, c) -> facet.isPoolActive(c, ref));
    }

    /** {@code virStoragePoolIsPersistent}. */
    public boolean isPersistent(CallContext context) {
        return call("isPersistent").get(context, (facet, c) -> facet.isPoolPersistent(c, ref));
    }

    /** {@code virStoragePoolListAllVolumes}. */
    public List<StorageVolume> volumes(CallContext context) {
        return call("volumes").get(context, (facet, c) -> facet.listVolumes(c, ref)).stream()
                .map(this::volume)
                .toList();
    }

    /** {@code virStorageVolLookupByName}. */
    public StorageVolume lookupVolume(CallContext context, String name) {
        return volume(call("lookupVolume")
                .notEmpty("name", name)
                .get(context, (facet, c) -> facet.lookupVolumeByName(c, ref, name)));
    }

    /** {@code virStorageVolCreateXML}; progress is told to the context. */
    public StorageVolume createVolume(CallContext context, String xml, Set<VolumeCreateFlag> flags) {
        return volume(call("createVolume")
                .changes()
                .notEmpty("xml", xml)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.createVolumeXml(c, ref, xml, Flag.bits(flags))));
    }

    /** Copies a volume of this host: {@code virStorageVolCreateXMLFrom}; progress is told to the context. */
    public StorageVolume createVolumeFrom(
            CallContext context, String xml, StorageVolume source, Set<VolumeCreateFlag> flags) {
        return volume(call("createVolumeFrom")
                .changes()
                .notEmpty("xml", xml)
                .notNull("source", source)
                .check(source == null || source.core() == core(), "source belongs to another connection")
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.createVolumeXmlFrom(c, ref, xml, source.ref(), Flag.bits(flags))));
    }

    private StorageVolume volume(VolumeRef volume) {
        return new StorageVolume(core(), volume);
    }

    private Call<StorageFacet> call(String method) {
        return call(StorageFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        return new ErrorSubject(ErrorSubject.Kind.STORAGE_POOL, name(), uuid(), -1);
    }

    @Override
    Object identity() {
        return uuid();
    }
}
