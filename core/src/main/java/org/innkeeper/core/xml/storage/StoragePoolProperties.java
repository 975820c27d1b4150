package org.innkeeper.core.xml.storage;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A storage pool; sizes in bytes. */
public final class StoragePoolProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("pool", "");

    public static final Property<String> TYPE = CATALOGUE.choice(
            "@type",
            "dir",
            "fs",
            "netfs",
            "logical",
            "disk",
            "iscsi",
            "iscsi-direct",
            "scsi",
            "mpath",
            "rbd",
            "sheepdog",
            "gluster",
            "zfs",
            "vstorage");
    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<UUID> UUID = CATALOGUE.uuid("uuid");
    /** Bytes; known only while the pool is active. */
    public static final Property<Long> CAPACITY = CATALOGUE.bytes("capacity");
    /** Bytes; known only while the pool is active. */
    public static final Property<Long> ALLOCATION = CATALOGUE.bytes("allocation");
    /** Bytes; known only while the pool is active. */
    public static final Property<Long> AVAILABLE = CATALOGUE.bytes("available");

    public static final Property<Boolean> COPY_ON_WRITE = CATALOGUE.yesNo("features/cow@state");
    public static final Property<String> SOURCE_DIRECTORY = CATALOGUE.text("source/dir@path");
    public static final Property<String> SOURCE_NAME = CATALOGUE.text("source/name");
    public static final Property<String> SOURCE_FORMAT = CATALOGUE.text("source/format@type");
    public static final Property<String> ADAPTER_TYPE = CATALOGUE.choice("source/adapter@type", "scsi_host", "fc_host");
    public static final Property<String> ADAPTER_NAME = CATALOGUE.text("source/adapter@name");
    public static final Property<String> ADAPTER_PARENT = CATALOGUE.text("source/adapter@parent");
    public static final Property<String> ADAPTER_NODE = CATALOGUE.text("source/adapter@wwnn");
    public static final Property<String> ADAPTER_PORT = CATALOGUE.text("source/adapter@wwpn");
    public static final Property<String> AUTHENTICATION = CATALOGUE.choice("source/auth@type", "chap", "ceph");
    public static final Property<String> USER = CATALOGUE.text("source/auth@username");
    public static final Property<UUID> SECRET = CATALOGUE.uuid("source/auth/secret@uuid");
    public static final Property<String> INITIATOR = CATALOGUE.text("source/initiator/iqn@name");
    public static final Property<String> TARGET_PATH = CATALOGUE.text("target/path");
    /** Octal. */
    public static final Property<String> MODE = CATALOGUE.text("target/permissions/mode");
    /** -1: as it comes. */
    public static final Property<Integer> OWNER = CATALOGUE.signed("target/permissions/owner");
    /** -1: as it comes. */
    public static final Property<Integer> GROUP = CATALOGUE.signed("target/permissions/group");

    public static final Property<String> LABEL = CATALOGUE.text("target/permissions/label");
    public static final Property<String> REFRESH_ALLOCATION =
            CATALOGUE.choice("refresh/volume@allocation", "default", "capacity");

    private StoragePoolProperties() {}
}
