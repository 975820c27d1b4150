package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** A memory module that can be plugged. */
public final class MemoryDeviceProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("memory-device", "devices/memory");

    public static final Property<String> MODEL =
            CATALOGUE.choice("@model", "dimm", "nvdimm", "virtio-pmem", "virtio-mem", "sgx-epc");
    public static final Property<String> ACCESS = CATALOGUE.choice("@access", "shared", "private");
    public static final Property<Boolean> DISCARD = CATALOGUE.yesNo("@discard");
    public static final Property<String> SOURCE_PATH = CATALOGUE.text("source/path");
    /** KiB. */
    public static final Property<Long> SOURCE_PAGE_SIZE = CATALOGUE.kibibytes("source/pagesize");

    public static final Property<String> SOURCE_NODES = CATALOGUE.text("source/nodemask");
    /** KiB. */
    public static final Property<Long> SIZE = CATALOGUE.kibibytes("target/size");

    public static final Property<Integer> NODE = CATALOGUE.integer("target/node");
    /** KiB. */
    public static final Property<Long> LABEL_SIZE = CATALOGUE.kibibytes("target/label/size");
    /** KiB. */
    public static final Property<Long> BLOCK_SIZE = CATALOGUE.kibibytes("target/block");
    /** KiB. */
    public static final Property<Long> REQUESTED_SIZE = CATALOGUE.kibibytes("target/requested");

    private MemoryDeviceProperties() {}
}
