package org.innkeeper.core.xml.domain;

import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What the machine is and what it boots. */
public final class OsProperties {
    public static final Catalogue CATALOGUE = Catalogue.section("os", "os");

    public static final Property<String> FIRMWARE = CATALOGUE.choice("@firmware", "bios", "efi");
    /** Full virtualization, paravirtualized, container... */
    public static final Property<String> TYPE = CATALOGUE.choice("type", "hvm", "linux", "xen", "exe", "uml", "xenpvh");

    public static final Property<String> ARCHITECTURE = CATALOGUE.text("type@arch");
    public static final Property<String> MACHINE = CATALOGUE.text("type@machine");
    public static final Property<String> LOADER = CATALOGUE.text("loader");
    public static final Property<Boolean> LOADER_READ_ONLY = CATALOGUE.yesNo("loader@readonly");
    public static final Property<Boolean> LOADER_SECURE = CATALOGUE.yesNo("loader@secure");
    public static final Property<Boolean> LOADER_STATELESS = CATALOGUE.yesNo("loader@stateless");
    public static final Property<String> LOADER_TYPE = CATALOGUE.choice("loader@type", "rom", "pflash");
    public static final Property<String> NVRAM = CATALOGUE.text("nvram");
    public static final Property<String> NVRAM_TEMPLATE = CATALOGUE.text("nvram@template");
    public static final Property<String> NVRAM_TYPE =
            CATALOGUE.choice("nvram@type", "file", "block", "dir", "network", "volume", "nvme", "vhostuser");
    public static final Property<String> KERNEL = CATALOGUE.text("kernel");
    public static final Property<String> INITRD = CATALOGUE.text("initrd");
    public static final Property<String> COMMAND_LINE = CATALOGUE.text("cmdline");
    public static final Property<String> DEVICE_TREE = CATALOGUE.text("dtb");
    /** The root file system as the guest sees it. */
    public static final Property<String> ROOT = CATALOGUE.text("root");

    public static final Property<String> INIT = CATALOGUE.text("init");
    public static final Property<Boolean> BOOT_MENU = CATALOGUE.yesNo("bootmenu@enable");
    /** Milliseconds. */
    public static final Property<Integer> BOOT_MENU_TIMEOUT = CATALOGUE.integer("bootmenu@timeout");

    public static final Property<Boolean> BIOS_SERIAL = CATALOGUE.yesNo("bios@useserial");
    /** Milliseconds before a failed boot is tried again; -1: never. */
    public static final Property<Integer> REBOOT_TIMEOUT = CATALOGUE.signed("bios@rebootTimeout");

    public static final Property<String> SMBIOS = CATALOGUE.choice("smbios@mode", "emulate", "host", "sysinfo");
    public static final Property<String> ACPI_TABLE = CATALOGUE.text("acpi/table");
    public static final Property<String> ACPI_TABLE_TYPE = CATALOGUE.choice("acpi/table@type", "slic", "rawset");

    private OsProperties() {}
}
