package org.innkeeper.driver.remote;

import static org.innkeeper.core.spi.StorageFlags.LIST_ACTIVE;
import static org.innkeeper.core.spi.StorageFlags.LIST_AUTOSTART;
import static org.innkeeper.core.spi.StorageFlags.LIST_DIR;
import static org.innkeeper.core.spi.StorageFlags.LIST_INACTIVE;
import static org.innkeeper.core.spi.StorageFlags.LIST_ISCSI_DIRECT;
import static org.innkeeper.core.spi.StorageFlags.LIST_NO_AUTOSTART;
import static org.innkeeper.core.spi.StorageFlags.LIST_PERSISTENT;
import static org.innkeeper.core.spi.StorageFlags.LIST_TRANSIENT;

import java.util.List;
import org.innkeeper.core.model.StoragePoolRef;
import org.innkeeper.core.model.VolumeRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.remote.protocol.Values;

/** The pools and volumes of a daemon from before the calls that list them all (libvirt 0.10.2). */
final class StorageByName {
    private static final NamedKind ACTIVE =
            new NamedKind("CONNECT_NUM_OF_STORAGE_POOLS", "CONNECT_LIST_STORAGE_POOLS", "STORAGE_POOL_LOOKUP_BY_NAME");
    private static final NamedKind INACTIVE = new NamedKind(
            "CONNECT_NUM_OF_DEFINED_STORAGE_POOLS",
            "CONNECT_LIST_DEFINED_STORAGE_POOLS",
            "STORAGE_POOL_LOOKUP_BY_NAME");

    /** The types of pools, in the order of their bits. */
    private static final List<String> TYPES = List.of(
            "dir",
            "fs",
            "netfs",
            "logical",
            "disk",
            "iscsi",
            "scsi",
            "mpath",
            "rbd",
            "sheepdog",
            "gluster",
            "zfs",
            "vstorage",
            "iscsi-direct");

    private static final long OF_TYPE = 2 * LIST_ISCSI_DIRECT - LIST_DIR;

    private final ListsByName lists;

    StorageByName(FarSide far) {
        this.lists = new ListsByName(far);
    }

    List<StoragePoolRef> pools(CallContext context, long flags) {
        return lists.byActivity(context, StoragePoolRef.class, flags, ACTIVE, INACTIVE, LIST_ACTIVE, LIST_INACTIVE)
                .byAnswer(
                        LIST_PERSISTENT | LIST_TRANSIENT,
                        "STORAGE_POOL_IS_PERSISTENT",
                        answer -> answer.integer("persistent") != 0 ? LIST_PERSISTENT : LIST_TRANSIENT,
                        LIST_PERSISTENT)
                .byAnswer(
                        LIST_AUTOSTART | LIST_NO_AUTOSTART,
                        "STORAGE_POOL_GET_AUTOSTART",
                        answer -> answer.integer("autostart") != 0 ? LIST_AUTOSTART : LIST_NO_AUTOSTART,
                        LIST_NO_AUTOSTART)
                .byAnswer(OF_TYPE, "STORAGE_POOL_GET_XML_DESC", StorageByName::type, 0, 0)
                .left();
    }

    private static long type(Values xml) {
        int type = TYPES.indexOf(XmlElement.parse(xml.text("xml")).attribute("type"));
        return type < 0 ? 0 : LIST_DIR << type;
    }

    List<VolumeRef> volumes(CallContext context, StoragePoolRef pool) {
        return lists.all(
                context,
                VolumeRef.class,
                new NamedKind("STORAGE_POOL_NUM_OF_VOLUMES", "STORAGE_POOL_LIST_VOLUMES", "STORAGE_VOL_LOOKUP_BY_NAME")
                        .of(pool));
    }

    /** For daemons before libvirt 0.7.3, which cannot be asked. */
    boolean isActive(CallContext context, StoragePoolRef pool) {
        return lists.names(context, List.of(ACTIVE)).get(0).contains(pool.name());
    }
}
