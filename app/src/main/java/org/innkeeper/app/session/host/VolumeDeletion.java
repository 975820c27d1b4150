package org.innkeeper.app.session.host;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.StoragePool;
import org.innkeeper.core.api.StorageVolume;
import org.innkeeper.core.api.flag.PoolStartFlag;
import org.innkeeper.core.api.flag.VolumeDeleteFlag;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;

/** Deletes a file on a host by its path: as a volume of a pool, and where it is in none, of a pool made for that moment. */
final class VolumeDeletion {
    private static final Set<VolumeDeleteFlag> NO_FLAGS = EnumSet.noneOf(VolumeDeleteFlag.class);

    private final Connection connection;
    private final CallContext call;

    VolumeDeletion(Connection connection, CallContext call) {
        this.connection = connection;
        this.call = call;
    }

    void delete(String path) {
        StorageVolume volume;
        try {
            volume = connection.storage().lookupVolumeByPath(call, path);
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_STORAGE_VOL) {
                throw e;
            }
            deleteOutsidePools(path, e);
            return;
        }
        volume.delete(call, NO_FLAGS);
    }

    private void deleteOutsidePools(String path, InnkeeperException notFound) {
        int slash = path.lastIndexOf('/');
        if (slash <= 0) {
            throw notFound;
        }
        StoragePool pool = connection
                .storage()
                .create(call, directoryPool(path.substring(0, slash)), EnumSet.noneOf(PoolStartFlag.class));
        try {
            pool.refresh(call);
            pool.lookupVolume(call, path.substring(slash + 1)).delete(call, NO_FLAGS);
        } finally {
            pool.destroy(call);
        }
    }

    private static String directoryPool(String directory) {
        XmlElement pool = new XmlElement("pool").setAttribute("type", "dir");
        pool.add(new XmlElement("name").setText("innkeeper-" + UUID.randomUUID()));
        XmlElement target = new XmlElement("target");
        target.add(new XmlElement("path").setText(directory));
        pool.add(target);
        return pool.toText();
    }
}
