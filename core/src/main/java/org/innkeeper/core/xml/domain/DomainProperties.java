package org.innkeeper.core.xml.domain;

import java.util.UUID;
import org.innkeeper.core.xml.Catalogue;
import org.innkeeper.core.xml.Property;

/** What stands directly in a domain: identity, memory, virtual CPUs, what happens at the end of its life. */
public final class DomainProperties {
    public static final Catalogue CATALOGUE = Catalogue.of("domain", "");

    /** The hypervisor: kvm, qemu, xen, test...; a missing one means xen, see {@link DomainDocument#type()}. */
    public static final Property<String> TYPE = CATALOGUE.text("@type");
    /** The run-time id; only in the document of an active domain. */
    public static final Property<Integer> ID = CATALOGUE.signed("@id");

    public static final Property<String> NAME = CATALOGUE.text("name");
    public static final Property<UUID> UUID = CATALOGUE.uuid("uuid");
    /** A UUID that changes when the guest is rolled back; empty text: the host makes one. */
    public static final Property<String> GENERATION_ID = CATALOGUE.text("genid");

    public static final Property<String> TITLE = CATALOGUE.text("title");
    public static final Property<String> DESCRIPTION = CATALOGUE.text("description");
    /** The identifier of the operating system in libosinfo's database. */
    public static final Property<String> OPERATING_SYSTEM =
            CATALOGUE.text("metadata/libosinfo:libosinfo/libosinfo:os@id");
    /** How far memory can grow by hot-plugging, KiB. */
    public static final Property<Long> MAXIMUM_MEMORY = CATALOGUE.kibibytes("maxMemory");

    public static final Property<Integer> MEMORY_SLOTS = CATALOGUE.integer("maxMemory@slots");
    /** The memory at boot, KiB. */
    public static final Property<Long> MEMORY = CATALOGUE.kibibytes("memory");

    public static final Property<Boolean> MEMORY_IN_DUMP = CATALOGUE.onOff("memory@dumpCore");
    /** What the balloon leaves to the guest, KiB. */
    public static final Property<Long> CURRENT_MEMORY = CATALOGUE.kibibytes("currentMemory");
    /** The greatest number of virtual CPUs. */
    public static final Property<Integer> VCPUS = CATALOGUE.integer("vcpu");
    /** How many of them are there at boot. */
    public static final Property<Integer> CURRENT_VCPUS = CATALOGUE.integer("vcpu@current");

    public static final Property<String> VCPU_PLACEMENT = CATALOGUE.choice("vcpu@placement", "static", "auto");
    public static final Property<String> VCPU_CPUSET = CATALOGUE.text("vcpu@cpuset");
    public static final Property<Integer> IOTHREADS = CATALOGUE.integer("iothreads");
    public static final Property<String> BOOTLOADER = CATALOGUE.text("bootloader");
    public static final Property<String> BOOTLOADER_ARGUMENTS = CATALOGUE.text("bootloader_args");
    public static final Property<String> ON_POWEROFF =
            CATALOGUE.choice("on_poweroff", "destroy", "restart", "preserve", "rename-restart");
    public static final Property<String> ON_REBOOT =
            CATALOGUE.choice("on_reboot", "destroy", "restart", "preserve", "rename-restart");
    public static final Property<String> ON_CRASH = CATALOGUE.choice(
            "on_crash", "destroy", "restart", "preserve", "rename-restart", "coredump-destroy", "coredump-restart");
    public static final Property<String> RESOURCE_PARTITION = CATALOGUE.text("resource/partition");
    /** The program that runs the guest. */
    public static final Property<String> EMULATOR = CATALOGUE.text("devices/emulator");

    private DomainProperties() {}
}
