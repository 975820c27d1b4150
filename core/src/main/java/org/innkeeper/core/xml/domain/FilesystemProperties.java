package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A directory of the host that the guest can mount. */
public final class FilesystemProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("filesystem", "devices/filesystem");

    public static final Property<String> TYPE =
            CATALOGUE.choice("@type", "mount", "template", "file", "block", "ram", "bind", "volume");
    public static final Property<String> ACCESS_MODE =
            CATALOGUE.choice("@accessmode", "passthrough", "mapped", "squash");
    public static final Property<String> DRIVER_TYPE =
            CATALOGUE.choice("driver@type", "path", "handle", "virtiofs", "loop", "nbd", "ploop", "mtp");
    public static final Property<Integer> QUEUE = CATALOGUE.integer("driver@queue");
    public static final Property<String> SOURCE_DIRECTORY = CATALOGUE.text("source@dir");
    /** The socket of a virtiofsd that somebody else runs. */
    public static final Property<String> SOURCE_SOCKET = CATALOGUE.text("source@socket");
    /** A name by which the guest mounts it. */
    public static final Property<String> TARGET = CATALOGUE.text("target@dir");

    public static final Property<Boolean> READ_ONLY = CATALOGUE.present("readonly");
    public static final Property<String> BINARY = CATALOGUE.text("binary@path");
    public static final Property<Boolean> EXTENDED_ATTRIBUTES = CATALOGUE.onOff("binary@xattr");
    public static final Property<String> CACHE = CATALOGUE.choice("binary/cache@mode", "none", "always", "auto");
    public static final Property<String> SANDBOX = CATALOGUE.choice("binary/sandbox@mode", "namespace", "chroot");
    public static final Property<Boolean> POSIX_LOCK = CATALOGUE.onOff("binary/lock@posix");
    public static final Property<Boolean> FLOCK = CATALOGUE.onOff("binary/lock@flock");
    public static final Property<Integer> THREAD_POOL_SIZE = CATALOGUE.integer("binary/thread_pool@size");

    private FilesystemProperties() {}
}
