package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** Limits of a disk; bytes or operations per second, lengths in seconds. */
public final class DiskTuneProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("iotune", "devices/disk/iotune");

    public static final Property<Long> TOTAL_BYTES = CATALOGUE.number("total_bytes_sec");
    public static final Property<Long> READ_BYTES = CATALOGUE.number("read_bytes_sec");
    public static final Property<Long> WRITE_BYTES = CATALOGUE.number("write_bytes_sec");
    public static final Property<Long> TOTAL_OPERATIONS = CATALOGUE.number("total_iops_sec");
    public static final Property<Long> READ_OPERATIONS = CATALOGUE.number("read_iops_sec");
    public static final Property<Long> WRITE_OPERATIONS = CATALOGUE.number("write_iops_sec");
    public static final Property<Long> TOTAL_BYTES_BURST = CATALOGUE.number("total_bytes_sec_max");
    public static final Property<Long> READ_BYTES_BURST = CATALOGUE.number("read_bytes_sec_max");
    public static final Property<Long> WRITE_BYTES_BURST = CATALOGUE.number("write_bytes_sec_max");
    public static final Property<Long> TOTAL_OPERATIONS_BURST = CATALOGUE.number("total_iops_sec_max");
    public static final Property<Long> READ_OPERATIONS_BURST = CATALOGUE.number("read_iops_sec_max");
    public static final Property<Long> WRITE_OPERATIONS_BURST = CATALOGUE.number("write_iops_sec_max");
    public static final Property<Long> OPERATION_SIZE = CATALOGUE.number("size_iops_sec");
    public static final Property<String> GROUP = CATALOGUE.text("group_name");
    public static final Property<Long> TOTAL_BYTES_BURST_LENGTH = CATALOGUE.number("total_bytes_sec_max_length");
    public static final Property<Long> READ_BYTES_BURST_LENGTH = CATALOGUE.number("read_bytes_sec_max_length");
    public static final Property<Long> WRITE_BYTES_BURST_LENGTH = CATALOGUE.number("write_bytes_sec_max_length");
    public static final Property<Long> TOTAL_OPERATIONS_BURST_LENGTH = CATALOGUE.number("total_iops_sec_max_length");
    public static final Property<Long> READ_OPERATIONS_BURST_LENGTH = CATALOGUE.number("read_iops_sec_max_length");
    public static final Property<Long> WRITE_OPERATIONS_BURST_LENGTH = CATALOGUE.number("write_iops_sec_max_length");

    private DiskTuneProperties() {}
}
