package org.innkeeper.core.spi;

/** Flags of domain functions, with libvirt's bits. */
public final class DomainFlags {
    /** Active ones. */
    public static final long LIST_ACTIVE = 1L;

    /** Inactive ones. */
    public static final long LIST_INACTIVE = 1L << 1;

    /** Persistent ones. */
    public static final long LIST_PERSISTENT = 1L << 2;

    /** Transient ones. */
    public static final long LIST_TRANSIENT = 1L << 3;

    /** Running ones. */
    public static final long LIST_RUNNING = 1L << 4;

    /** Paused ones. */
    public static final long LIST_PAUSED = 1L << 5;

    /** Shut off ones. */
    public static final long LIST_SHUTOFF = 1L << 6;

    /** Ones in another state. */
    public static final long LIST_OTHER = 1L << 7;

    /** With a managed save. */
    public static final long LIST_MANAGED_SAVE = 1L << 8;

    /** Without a managed save. */
    public static final long LIST_NO_MANAGED_SAVE = 1L << 9;

    /** That start with the host. */
    public static final long LIST_AUTOSTART = 1L << 10;

    /** That do not. */
    public static final long LIST_NO_AUTOSTART = 1L << 11;

    /** With snapshots. */
    public static final long LIST_HAS_SNAPSHOT = 1L << 12;

    /** Without snapshots. */
    public static final long LIST_NO_SNAPSHOT = 1L << 13;

    /** With checkpoints. */
    public static final long LIST_HAS_CHECKPOINT = 1L << 14;

    /** Without checkpoints. */
    public static final long LIST_NO_CHECKPOINT = 1L << 15;

    /** Every filter. */
    public static final long LIST_ALL = 0xffffL;

    /** With secrets; refused on a read-only connection. */
    public static final long XML_SECURE = 1L;

    /** The definition of the next start. */
    public static final long XML_INACTIVE = 1L << 1;

    /** With the CPU as the host resolves it. */
    public static final long XML_UPDATE_CPU = 1L << 2;

    /** As it is sent to another host. */
    public static final long XML_MIGRATABLE = 1L << 3;

    /** Leave it paused. */
    public static final long START_PAUSED = 1L;

    /** Destroy it when the connection closes. */
    public static final long START_AUTODESTROY = 1L << 1;

    /** Do not fill the file cache of the host. */
    public static final long START_BYPASS_CACHE = 1L << 2;

    /** Throw a managed save away. */
    public static final long START_FORCE_BOOT = 1L << 3;

    /** Check the XML against the schema. */
    public static final long START_VALIDATE = 1L << 4;

    /** With a fresh NVRAM file. */
    public static final long START_RESET_NVRAM = 1L << 5;

    /** Check the XML against the schema. */
    public static final long DEFINE_VALIDATE = 1L;

    /** Remove the managed save too. */
    public static final long UNDEFINE_MANAGED_SAVE = 1L;

    /** Forget its snapshots too. */
    public static final long UNDEFINE_SNAPSHOTS_METADATA = 1L << 1;

    /** Remove its NVRAM file too. */
    public static final long UNDEFINE_NVRAM = 1L << 2;

    /** Keep its NVRAM file. */
    public static final long UNDEFINE_KEEP_NVRAM = 1L << 3;

    /** Forget its checkpoints too. */
    public static final long UNDEFINE_CHECKPOINTS_METADATA = 1L << 4;

    /** Remove the state of its TPM too. */
    public static final long UNDEFINE_TPM = 1L << 5;

    /** Keep the state of its TPM. */
    public static final long UNDEFINE_KEEP_TPM = 1L << 6;

    /** Press the power button. */
    public static final long SHUTDOWN_ACPI_POWER_BUTTON = 1L;

    /** Ask the guest agent. */
    public static final long SHUTDOWN_GUEST_AGENT = 1L << 1;

    /** Write to init's pipe. */
    public static final long SHUTDOWN_INITCTL = 1L << 2;

    /** Send a signal to init. */
    public static final long SHUTDOWN_SIGNAL = 1L << 3;

    /** Ask the paravirtual control. */
    public static final long SHUTDOWN_PARAVIRT = 1L << 4;

    /** Fail rather than kill. */
    public static final long DESTROY_GRACEFUL = 1L;

    /** Remove its logs. */
    public static final long DESTROY_REMOVE_LOGS = 1L << 1;

    /** The live one of an active domain, else the stored one. */
    public static final long AFFECT_CURRENT = 0;

    /** The live one. */
    public static final long AFFECT_LIVE = 1L;

    /** The stored one. */
    public static final long AFFECT_CONFIG = 1L << 1;

    /** The most memory, with {@code setMemory}. */
    public static final long MEMORY_MAXIMUM = 1L << 2;

    /** The most vcpus. */
    public static final long VCPU_MAXIMUM = 1L << 2;

    /** As the guest counts, or by the guest. */
    public static final long VCPU_GUEST = 1L << 3;

    /** Make them removable. */
    public static final long VCPU_HOTPLUGGABLE = 1L << 4;

    /** Do not fill the file cache of the host. */
    public static final long SAVE_BYPASS_CACHE = 1L;

    /** Let it run when it is restored. */
    public static final long SAVE_RUNNING = 1L << 1;

    /** Leave it paused when it is restored. */
    public static final long SAVE_PAUSED = 1L << 2;

    /** Start with a fresh NVRAM file. */
    public static final long SAVE_RESET_NVRAM = 1L << 3;

    /** Crash it afterwards. */
    public static final long DUMP_CRASH = 1L;

    /** Let it run meanwhile. */
    public static final long DUMP_LIVE = 1L << 1;

    /** Do not fill the file cache of the host. */
    public static final long DUMP_BYPASS_CACHE = 1L << 2;

    /** Reset it afterwards. */
    public static final long DUMP_RESET = 1L << 3;

    /** Only the memory, in a format debuggers read. */
    public static final long DUMP_MEMORY_ONLY = 1L << 4;

    private DomainFlags() {}

    /**
     * Refuses bits that are not allowed, with {@code INVALID_ARG}.
     *
     * @param what the function, for the message
     */
    public static void check(String what, long flags, long allowed) {
        FlagCheck.check(what, flags, allowed);
    }
}
