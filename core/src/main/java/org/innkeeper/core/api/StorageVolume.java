package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.StreamFlag;
import org.innkeeper.core.api.flag.VolumeDeleteFlag;
import org.innkeeper.core.api.flag.VolumeResizeFlag;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.VolumeInfo;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.StorageFacet;

/** A volume of a storage pool. Two are equal when connection, pool and name are. */
public final class StorageVolume extends HostObject {
    private final VolumeRef ref;

    StorageVolume(ConnectionCore core, VolumeRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    @Override
    public VolumeRef ref() {
        return ref;
    }

    /** {@code virStorageVolGetName}. */
    public String name() {
        return ref.name();
    }

    /** {@code virStorageVolGetKey}. */
    public String key() {
        return ref.key();
    }

    /** {@code virStoragePoolLookupByVolume}. */
    public StoragePool pool(CallContext context) {
        return new StoragePool(core(), call("pool").get(context, (facet, c) -> facet.lookupPoolByVolume(c, ref)));
    }

    /** {@code virStorageVolGetInfo}. */
    public VolumeInfo info(CallContext context) {
        return call("info").get(context, (facet, c) -> facet.volumeInfo(c, ref));
    }

    /** {@code virStorageVolGetXMLDesc}. */
    public String xml(CallContext context) {
        return call("xml").get(context, (facet, c) -> facet.volumeXml(c, ref));
    }

    /** {@code virStorageVolGetPath}. */
    public String path(CallContext context) {
        return call("path").get(context, (facet, c) -> facet.volumePath(c, ref));
    }

    /** {@code virStorageVolDelete}. */
    public void delete(CallContext context, Set<VolumeDeleteFlag> flags) {
        call("delete")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.deleteVolume(c, ref, Flag.bits(flags)));
    }

    /** Overwrites the contents: {@code virStorageVolWipe}, {@code virStorageVolWipePattern}. */
    public void wipe(CallContext context, WipeAlgorithm algorithm) {
        call("wipe")
                .changes()
                .notNull("algorithm", algorithm)
                .run(context, (facet, c) -> facet.wipeVolume(c, ref, algorithm.number()));
    }

    /**
     * {@code virStorageVolResize}.
     *
     * @param capacity bytes, at least 0; a difference with {@link VolumeResizeFlag#DELTA}
     */
    public void resize(CallContext context, long capacity, Set<VolumeResizeFlag> flags) {
        call("resize")
                .changes()
                .atLeast("capacity", capacity, 0)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.resizeVolume(c, ref, capacity, Flag.bits(flags)));
    }

    /**
     * Writes into it: {@code virStorageVolUpload}.
     *
     * @param offset bytes
     * @param length bytes, 0 for as much as comes
     */
    public ByteStream upload(CallContext context, long offset, long length, Set<StreamFlag> flags) {
        return new ApiStream(
                core(),
                transfer("upload", offset, length, flags)
                        .get(context, (facet, c) -> facet.upload(c, ref, offset, length, Flag.bits(flags))),
                "StorageVolume.upload",
                subject());
    }

    /**
     * Reads it: {@code virStorageVolDownload}. Refused on a read-only connection, as its contents may be secret.
     *
     * @param offset bytes
     * @param length bytes, 0 for all
     */
    public ByteStream download(CallContext context, long offset, long length, Set<StreamFlag> flags) {
        return new ApiStream(
                core(),
                transfer("download", offset, length, flags)
                        .get(context, (facet, c) -> facet.download(c, ref, offset, length, Flag.bits(flags))),
                "StorageVolume.download",
                subject());
    }

    private Call<StorageFacet> transfer(String method, long offset, long length, Set<StreamFlag> flags) {
        return call(method)
                .changes()
                .needs(Feature.STORAGE_STREAMS)
                .atLeast("offset", offset, 0)
                .atLeast("length", length, 0)
                .notNull("flags", flags);
    }

    private Call<StorageFacet> call(String method) {
        return call(StorageFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        return ErrorSubject.of(ErrorSubject.Kind.STORAGE_VOLUME, name());
    }

    @Override
    Object identity() {
        return List.of(ref.pool(), ref.name());
    }
}
