package org.innkeeper.driver.xen.part;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.innkeeper.core.model.CpuMap;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.NodeCpuStats;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.model.SchedulerType;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.model.VcpuInfo;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;

/**
 * One way to reach the Xen of this machine: xend, the xenstore, hypercalls, xm's files, xl. The unified driver asks each
 * what it can do and calls, for each call, the one that does it best.
 *
 * <p>Making a part does no I/O; it connects when it is first asked. It is safe for any thread. Each function may block, but
 * never longer than its {@link CallContext} says and never without a limit of the part's own; cancelling ends the wait at
 * once. Arguments were checked before: flags, ranges, that the domain runs where it has to, that it is not Domain-0 where
 * that cannot be done. A part checks what only it can know, such as a domain that is gone ({@code NO_DOMAIN}).
 *
 * <p>A function fails with {@code NO_CONNECT} only if nothing was changed: the unified driver then asks the next part that
 * has the function. Every other failure is the answer. A function that is not in {@link #functions()} fails with
 * {@code NO_SUPPORT}; that is what each does that a part does not override.
 */
public interface XenPart extends AutoCloseable {
    /** A short name for the log: {@code xend}, {@code xenstore}, {@code hypercall}, {@code xm}, {@code xl}. */
    String name();

    /**
     * What this part can do now, by the state of the host and the rights of this user; empty where it is of no use here. It
     * is asked for each call, so it is quick: a look at files that exist is fine, a request to a daemon only the first time.
     * It never fails.
     */
    Set<XenFunction> functions(CallContext context);

    /** Why there is nothing, one line, for the error where no part is of use; "" where it is of use. Never fails. */
    String absence(CallContext context);

    /** Ends watches and connections; guests go on. Calls that come later fail with {@code NO_CONNECT}. */
    @Override
    void close();

    /** The hypervisor's version as 1000000 * major + 1000 * minor; 4.17 is 4017000. */
    default long version(CallContext context) {
        throw unsupported(XenFunction.VERSION);
    }

    /** The host; all of its memory, not Domain-0's. The model is as {@code uname -m} has it. */
    default NodeInfo nodeInfo(CallContext context) {
        throw unsupported(XenFunction.NODE_INFO);
    }

    /** What guests the hypervisor runs, in its own words: {@code xen-3.0-x86_64 hvm-3.0-x86_32 ...}. */
    default String guestKinds(CallContext context) {
        throw unsupported(XenFunction.GUEST_KINDS);
    }

    /** Memory that no domain has, bytes. */
    default long freeMemory(CallContext context) {
        throw unsupported(XenFunction.FREE_MEMORY);
    }

    /** The same of each NUMA node, bytes, from node 0. */
    default List<Long> cellsFreeMemory(CallContext context) {
        throw unsupported(XenFunction.CELLS_FREE_MEMORY);
    }

    /** CPU time of the whole host: Domain-0's as the kernel's, that of all others as the user's. */
    default NodeCpuStats cpuTime(CallContext context) {
        throw unsupported(XenFunction.CPU_TIME);
    }

    /**
     * All domains that run, Domain-0 too, ascending by id; one that is dying without a guest left is left out. The number of
     * requests does not grow with the number of domains where the way to Xen allows that.
     */
    default List<DomainRecord> activeDomains(CallContext context) {
        throw unsupported(XenFunction.LIST_ACTIVE);
    }

    /**
     * All domains this part keeps a definition of, by name, whether they run or not; their ids are
     * {@link DomainRef#INACTIVE} always. A file that cannot be read is left out, and the caller is warned.
     */
    default List<DomainRecord> storedDomains(CallContext context) {
        throw unsupported(XenFunction.LIST_STORED);
    }

    /** One domain that runs; {@code NO_DOMAIN} where it does no more. */
    default DomainRecord activeDomain(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.ACTIVE_DOMAIN);
    }

    /**
     * The definition of a running domain as it is now, in the newest dialect that the part writes.
     *
     * @param secrets whether passwords are in it
     */
    default XmlElement liveDefinition(CallContext context, DomainKey domain, boolean secrets) {
        throw unsupported(XenFunction.LIVE_DEFINITION);
    }

    /**
     * The stored definition, whether the domain runs or not; it has no id.
     *
     * @param secrets whether passwords are in it
     */
    default XmlElement storedDefinition(CallContext context, DomainKey domain, boolean secrets) {
        throw unsupported(XenFunction.STORED_DEFINITION);
    }

    /** The file with the stored definition, in the form of xm and xl. */
    default Path configurationFile(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.CONFIGURATION_FILE);
    }

    /**
     * Starts a domain that is not stored. When it fails, nothing of it is left.
     *
     * @param definition a domain element; interfaces of virtual networks were made ones of bridges before
     * @param paused whether it is left paused
     * @return its id
     */
    default int create(CallContext context, XmlElement definition, boolean paused) {
        throw unsupported(XenFunction.CREATE);
    }

    /**
     * Starts a stored domain.
     *
     * @param file its definition where {@link #configurationFile} of another part has it; null where this part stores it
     *     itself
     * @param paused whether it is left paused
     * @return its id
     */
    default int start(CallContext context, DomainKey domain, Path file, boolean paused) {
        throw unsupported(XenFunction.START);
    }

    /**
     * Stores a definition, in the place of the one of the same UUID. That name and UUID do not clash was checked.
     *
     * @param definition a domain element with a UUID
     */
    default void define(CallContext context, XmlElement definition) {
        throw unsupported(XenFunction.DEFINE);
    }

    /** Forgets the stored definition and that it starts with the host. */
    default void undefine(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.UNDEFINE);
    }

    /** Gives a stored domain that does not run another name, which is free. */
    default void rename(CallContext context, DomainKey domain, String newName) {
        throw unsupported(XenFunction.RENAME);
    }

    /** Whether a stored domain starts with the host. */
    default boolean autostart(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.AUTOSTART);
    }

    /** Sets whether a stored domain starts with the host. */
    default void setAutostart(CallContext context, DomainKey domain, boolean autostart) {
        throw unsupported(XenFunction.AUTOSTART);
    }

    /** Asks the guest to power off, and returns when it was asked. */
    default void shutdown(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.SHUTDOWN);
    }

    /** Asks the guest to reboot, and returns when it was asked. */
    default void reboot(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.REBOOT);
    }

    /** Resets the machine without asking the guest. */
    default void reset(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.RESET);
    }

    /** Ends the domain at once, and returns when it is gone from {@link #activeDomains}. */
    default void destroy(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.DESTROY);
    }

    /** Stops its virtual CPUs. */
    default void pause(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.PAUSE);
    }

    /** Lets them go on. */
    default void unpause(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.UNPAUSE);
    }

    /**
     * Asks the balloon of a running domain for a size.
     *
     * @param memory KiB, at least 1; a part that counts in MiB rounds up
     */
    default void setMemory(CallContext context, DomainKey domain, long memory) {
        throw unsupported(XenFunction.SET_MEMORY);
    }

    /**
     * Changes the most memory a running domain may have.
     *
     * @param memory KiB, at least 1; a part that counts in MiB rounds up
     */
    default void setMaxMemory(CallContext context, DomainKey domain, long memory) {
        throw unsupported(XenFunction.SET_MAX_MEMORY);
    }

    /** The virtual CPUs of a running domain, by number. */
    default List<VcpuInfo> vcpus(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.VCPUS);
    }

    /**
     * The virtual CPUs of many running domains, by id of the domain and by number, without where they may run; for parts to
     * which that costs little. A domain that is gone has none.
     */
    default Map<Integer, List<VcpuInfo>> vcpuTimes(CallContext context, Collection<DomainRecord> domains) {
        throw unsupported(XenFunction.VCPU_TIMES);
    }

    /**
     * Changes how many virtual CPUs of a running domain are online.
     *
     * @param count at least 1, at most what it can have
     */
    default void setVcpus(CallContext context, DomainKey domain, int count) {
        throw unsupported(XenFunction.SET_VCPUS);
    }

    /** Binds a virtual CPU of a running domain to CPUs of the host, at least one of which exists. */
    default void pinVcpu(CallContext context, DomainKey domain, int vcpu, CpuMap cpus) {
        throw unsupported(XenFunction.PIN_VCPU);
    }

    /** The scheduler of the host: {@code credit}, {@code credit2}, {@code sedf} with the number of its parameters. */
    default SchedulerType schedulerType(CallContext context) {
        throw unsupported(XenFunction.SCHEDULER_TYPE);
    }

    /**
     * What a running domain has: {@code weight} and {@code cap} (percent of one CPU, 0 for no limit) as UINT for the credit
     * schedulers; {@code period}, {@code slice}, {@code latency} (nanoseconds, ULLONG), {@code extratime}, {@code weight}
     * (UINT) for sedf.
     */
    default List<TypedParameter> schedulerParameters(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.SCHEDULER_PARAMETERS);
    }

    /** Changes those that are named; the others stay. Ranges were checked. */
    default void setSchedulerParameters(CallContext context, DomainKey domain, List<TypedParameter> parameters) {
        throw unsupported(XenFunction.SET_SCHEDULER_PARAMETERS);
    }

    /**
     * Saves a running domain to a file and ends it; returns when both are done.
     *
     * @param file an absolute path on the host
     */
    default void save(CallContext context, DomainKey domain, String file) {
        throw unsupported(XenFunction.SAVE);
    }

    /**
     * Starts the domain saved in a file.
     *
     * @param paused whether it is left paused
     */
    default void restore(CallContext context, String file, boolean paused) {
        throw unsupported(XenFunction.RESTORE);
    }

    /** The definition in a saved file, in the newest dialect that the part writes. */
    default XmlElement savedDefinition(CallContext context, String file) {
        throw unsupported(XenFunction.SAVED_DEFINITION);
    }

    /**
     * Writes the memory of a running domain to a file; returns when that is done.
     *
     * @param live whether it runs on meanwhile
     * @param crash whether it is ended afterwards, as crashed
     */
    default void coreDump(CallContext context, DomainKey domain, String file, boolean live, boolean crash) {
        throw unsupported(XenFunction.CORE_DUMP);
    }

    /**
     * Adds a device to a running domain.
     *
     * @param device one device element, an interface of a virtual network made one of a bridge before
     */
    default void attach(CallContext context, DomainKey domain, XmlElement device) {
        throw unsupported(XenFunction.ATTACH);
    }

    /**
     * Removes a device from a running domain, and returns when the guest has let go of it.
     *
     * @param device enough to find it: the target of a disk, the MAC address of an interface
     */
    default void detach(CallContext context, DomainKey domain, XmlElement device) {
        throw unsupported(XenFunction.DETACH);
    }

    /** Changes a device of a running domain in place: the medium of a drive. */
    default void update(CallContext context, DomainKey domain, XmlElement device) {
        throw unsupported(XenFunction.UPDATE_DEVICE);
    }

    /** Sends a running domain to another host and ends it here; returns when both are done. */
    default void migrate(CallContext context, DomainKey domain, MigrationTarget target) {
        throw unsupported(XenFunction.MIGRATE);
    }

    /**
     * The counters of the devices of running domains, by id. A domain that is gone is left out; what cannot be read of a
     * device is -1.
     *
     * @param ids the domains asked for
     */
    default Map<Integer, DeviceCounters> counters(CallContext context, Collection<Integer> ids) {
        throw unsupported(XenFunction.COUNTERS);
    }

    /** Where a running domain is looked at. */
    default Terminal terminal(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.TERMINAL);
    }

    /** The text consoles of a running domain: Xen's own first, then serial ports, each by number. */
    default List<TextConsole> consoles(CallContext context, DomainKey domain) {
        throw unsupported(XenFunction.CONSOLES);
    }

    /**
     * Tells changes until the handle is closed, on a thread of the part. The listener does not block. After the end of a
     * connection the part connects again by itself, and tells {@link DomainChange.Kind#GAP}.
     */
    default AutoCloseable watch(CallContext context, Consumer<DomainChange> listener) {
        throw unsupported(XenFunction.WATCH);
    }

    private RuntimeException unsupported(XenFunction function) {
        return PartErrors.unsupported(name(), function);
    }
}
