package org.innkeeper.core.xml.nodedevice;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What a device is; which of these are there depends on the type. */
public final class CapabilityProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("capability", "capability");

    public static final Property<String> TYPE = CATALOGUE.text("@type");
    public static final Property<String> PRODUCT = CATALOGUE.text("product");
    public static final Property<Integer> PRODUCT_ID = CATALOGUE.hex("product@id");
    public static final Property<String> VENDOR = CATALOGUE.text("vendor");
    public static final Property<Integer> VENDOR_ID = CATALOGUE.hex("vendor@id");
    public static final Property<Integer> CLASS = CATALOGUE.hex("class");
    public static final Property<Integer> DOMAIN = CATALOGUE.integer("domain");
    public static final Property<String> BUS = CATALOGUE.text("bus");
    public static final Property<Integer> SLOT = CATALOGUE.integer("slot");
    public static final Property<Integer> FUNCTION = CATALOGUE.integer("function");
    public static final Property<Integer> DEVICE = CATALOGUE.integer("device");
    public static final Property<Integer> NUMBER = CATALOGUE.integer("number");
    public static final Property<Integer> NUMA_NODE = CATALOGUE.signed("numa@node");
    public static final Property<Integer> IOMMU_GROUP = CATALOGUE.integer("iommuGroup@number");
    public static final Property<String> INTERFACE = CATALOGUE.text("interface");
    public static final Property<String> ADDRESS = CATALOGUE.text("address");
    public static final Property<String> BLOCK = CATALOGUE.text("block");
    public static final Property<String> DRIVE_TYPE = CATALOGUE.text("drive_type");
    public static final Property<String> MODEL = CATALOGUE.text("model");
    public static final Property<Integer> HOST = CATALOGUE.integer("host");
    public static final Property<Integer> LUN = CATALOGUE.integer("lun");
    public static final Property<UUID> UUID = CATALOGUE.uuid("uuid");
    public static final Property<String> MEDIATED_TYPE = CATALOGUE.text("type@id");

    private CapabilityProperties() {}
}
