package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Memory shared between guests. */
public final class SharedMemoryProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("shmem", "devices/shmem");

    public static final Property<String> NAME = CATALOGUE.text("@name");
    public static final Property<String> MODEL =
            CATALOGUE.choice("model@type", "ivshmem", "ivshmem-plain", "ivshmem-doorbell");
    /** Bytes. */
    public static final Property<Long> SIZE = CATALOGUE.bytes("size");

    public static final Property<String> SERVER = CATALOGUE.text("server@path");
    public static final Property<Integer> MSI_VECTORS = CATALOGUE.integer("msi@vectors");
    public static final Property<Boolean> MSI_IO_EVENT_FD = CATALOGUE.onOff("msi@ioeventfd");

    private SharedMemoryProperties() {}
}
