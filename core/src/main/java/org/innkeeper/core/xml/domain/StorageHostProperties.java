package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A server that keeps an image. */
public final class StorageHostProperties {
    public static final Catalogue CATALOGUE = Catalogue.of(
            "storage-host", "devices/disk/**/source/host", "os/nvram/source/host", "devices/hostdev/source/host");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> PORT = CATALOGUE.text("@port");
    public static final Property<String> TRANSPORT = CATALOGUE.choice("@transport", "tcp", "unix", "rdma");
    public static final Property<String> SOCKET = CATALOGUE.text("@socket");

    private StorageHostProperties() {}
}
