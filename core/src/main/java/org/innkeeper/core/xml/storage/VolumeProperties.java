package org.innkeeper.core.xml.storage;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A storage volume; sizes in bytes. */
public final class VolumeProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("volume", "");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "file", "block", "dir", "network", "netdir", "ploop");
    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<String> KEY = CATALOGUE.text("key");
    /** Bytes. */
    public static final Property<Long> CAPACITY = CATALOGUE.bytes("capacity");
    /** Bytes. */
    public static final Property<Long> ALLOCATION = CATALOGUE.bytes("allocation");

    public static final Property<String> TARGET_PATH = CATALOGUE.text("target/path");
    public static final Property<String> FORMAT = CATALOGUE.text("target/format@type");
    /** Octal. */
    public static final Property<String> MODE = CATALOGUE.text("target/permissions/mode");
    /** -1: as it comes. */
    public static final Property<Integer> OWNER = CATALOGUE.signed("target/permissions/owner");
    /** -1: as it comes. */
    public static final Property<Integer> GROUP = CATALOGUE.signed("target/permissions/group");

    public static final Property<String> LABEL = CATALOGUE.text("target/permissions/label");
    /** Seconds since 1970 with a fraction. */
    public static final Property<String> ACCESS_TIME = CATALOGUE.text("target/timestamps/atime");
    /** Seconds since 1970 with a fraction. */
    public static final Property<String> MODIFICATION_TIME = CATALOGUE.text("target/timestamps/mtime");
    /** Seconds since 1970 with a fraction. */
    public static final Property<String> CHANGE_TIME = CATALOGUE.text("target/timestamps/ctime");
    /** The version of the image format: 0.10 or 1.1. */
    public static final Property<String> COMPATIBILITY = CATALOGUE.text("target/compat");

    public static final Property<Boolean> NO_COPY_ON_WRITE = CATALOGUE.present("target/nocow");
    /** Bytes. */
    public static final Property<Long> CLUSTER_SIZE = CATALOGUE.bytes("target/clusterSize");

    public static final Property<Boolean> LAZY_REFERENCE_COUNTS = CATALOGUE.present("target/features/lazy_refcounts");
    public static final Property<Boolean> EXTENDED_L2 = CATALOGUE.present("target/features/extended_l2");
    public static final Property<String> ENCRYPTION =
            CATALOGUE.choice("target/encryption@format", "default", "qcow", "luks", "luks2");
    public static final Property<UUID> ENCRYPTION_SECRET = CATALOGUE.uuid("target/encryption/secret@uuid");
    public static final Property<String> ENCRYPTION_SECRET_TYPE =
            CATALOGUE.choice("target/encryption/secret@type", "passphrase");
    public static final Property<String> CIPHER = CATALOGUE.text("target/encryption/cipher@name");
    /** Bits. */
    public static final Property<Integer> CIPHER_SIZE = CATALOGUE.integer("target/encryption/cipher@size");

    public static final Property<String> CIPHER_MODE = CATALOGUE.text("target/encryption/cipher@mode");
    public static final Property<String> CIPHER_HASH = CATALOGUE.text("target/encryption/cipher@hash");
    public static final Property<String> VECTOR_GENERATOR = CATALOGUE.text("target/encryption/ivgen@name");
    public static final Property<String> VECTOR_HASH = CATALOGUE.text("target/encryption/ivgen@hash");
    public static final Property<String> BACKING_PATH = CATALOGUE.text("backingStore/path");
    public static final Property<String> BACKING_FORMAT = CATALOGUE.text("backingStore/format@type");
    /** Octal. */
    public static final Property<String> BACKING_MODE = CATALOGUE.text("backingStore/permissions/mode");

    public static final Property<Integer> BACKING_OWNER = CATALOGUE.signed("backingStore/permissions/owner");
    public static final Property<Integer> BACKING_GROUP = CATALOGUE.signed("backingStore/permissions/group");
    public static final Property<String> BACKING_LABEL = CATALOGUE.text("backingStore/permissions/label");

    private VolumeProperties() {}
}
