package org.innkeeper.core.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.DomainDestroyFlag;
import org.innkeeper.core.api.flag.DomainMessageKind;
import org.innkeeper.core.api.flag.DomainStartFlag;
import org.innkeeper.core.api.flag.DomainUndefineFlag;
import org.innkeeper.core.api.flag.DomainXmlFlag;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.MemoryFlag;
import org.innkeeper.core.api.flag.ShutdownMode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.Feature;

/**
 * A domain: its life and definition. What else a driver may do with it is grouped behind {@link #vcpus()},
 * {@link #devices()} and the like. Two are equal when connection and UUID are.
 */
public final class Domain extends HostObject {
    private volatile DomainRef ref;

    Domain(ConnectionCore core, DomainRef ref) {
        super(core);
        this.ref = Objects.requireNonNull(ref, "ref");
    }

    /** Name, UUID and id as they were when this object last heard of them. */
    @Override
    public DomainRef ref() {
        return ref;
    }

    /** {@code virDomainGetName}. */
    public String name() {
        return ref.name();
    }

    /** {@code virDomainGetUUID}. */
    public UUID uuid() {
        return ref.uuid();
    }

    /** {@code virDomainGetUUIDString}: in lower case with dashes. */
    public String uuidString() {
        return ref.uuid().toString();
    }

    /** The run-time id as it was last heard of, -1 when inactive: {@code virDomainGetID}. */
    public int id() {
        return ref.id();
    }

    /** Asks the host for name and id as they are now. */
    public DomainRef refresh(CallContext context) {
        ref = call("refresh").get(context, (facet, c) -> facet.lookupByUuid(c, uuid()));
        return ref;
    }

    /** {@code virDomainIsActive}. */
    public boolean isActive(CallContext context) {
        return call("isActive")
                .get(context, (facet, c) -> facet.lookupByUuid(c, uuid()))
                .active();
    }

    /** {@code virDomainGetInfo}. */
    public DomainInfo info(CallContext context) {
        return call("info").get(context, (facet, c) -> facet.info(c, ref));
    }

    /** {@code virDomainGetState}. */
    public DomainStatus status(CallContext context) {
        return call("status").get(context, (facet, c) -> facet.status(c, ref));
    }

    /** The definition: {@code virDomainGetXMLDesc}. Without flags the live one of an active domain, without passwords. */
    public String xml(CallContext context, Set<DomainXmlFlag> flags) {
        return call("xml")
                .changesIf(Call.has(flags, DomainXmlFlag.SECURE))
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.xml(c, ref, Flag.bits(flags)));
    }

    /** Starts it, from its managed save where it has one: {@code virDomainCreate}, {@code virDomainCreateWithFlags}. */
    public void start(CallContext context, Set<DomainStartFlag> flags) {
        ref = call("start")
                .changes()
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.start(c, ref, Flag.bits(flags)));
    }

    /**
     * Removes the definition; disks stay, and an active domain goes on: {@code virDomainUndefine},
     * {@code virDomainUndefineFlags}. Fails where something would be lost that no flag allows to lose.
     */
    public void undefine(CallContext context, Set<DomainUndefineFlag> flags) {
        call("undefine")
                .changes()
                .needs(Feature.DOMAIN_DEFINE)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.undefine(c, ref, Flag.bits(flags)));
    }

    /** Asks the guest to shut down, and returns when it was asked: {@code virDomainShutdown}, {@code virDomainShutdownFlags}. */
    public void shutdown(CallContext context, Set<ShutdownMode> modes) {
        call("shutdown")
                .changes()
                .needs(Feature.DOMAIN_SHUTDOWN)
                .notNull("modes", modes)
                .run(context, (facet, c) -> facet.shutdown(c, ref, Flag.bits(modes)));
    }

    /** Asks the guest to reboot, and returns when it was asked: {@code virDomainReboot}. */
    public void reboot(CallContext context, Set<ShutdownMode> modes) {
        call("reboot")
                .changes()
                .needs(Feature.DOMAIN_REBOOT)
                .notNull("modes", modes)
                .run(context, (facet, c) -> facet.reboot(c, ref, Flag.bits(modes)));
    }

    /** Resets the machine without asking the guest: {@code virDomainReset}. */
    public void reset(CallContext context) {
        call("reset").changes().needs(Feature.DOMAIN_RESET).run(context, (facet, c) -> facet.reset(c, ref));
    }

    /** Ends the run at once, as pulling the plug does; deletes nothing: {@code virDomainDestroy}, {@code virDomainDestroyFlags}. */
    public void destroy(CallContext context, Set<DomainDestroyFlag> flags) {
        call("destroy")
                .changes()
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.destroy(c, ref, Flag.bits(flags)));
    }

    /** Stops the vcpus; memory stays in use: {@code virDomainSuspend}. */
    public void suspend(CallContext context) {
        call("suspend").changes().needs(Feature.DOMAIN_SUSPEND).run(context, (facet, c) -> facet.suspend(c, ref));
    }

    /** {@code virDomainResume}. */
    public void resume(CallContext context) {
        call("resume").changes().needs(Feature.DOMAIN_SUSPEND).run(context, (facet, c) -> facet.resume(c, ref));
    }

    /** {@code virDomainIsPersistent}. */
    public boolean isPersistent(CallContext context) {
        return call("isPersistent").get(context, (facet, c) -> facet.isPersistent(c, ref));
    }

    /** Whether the definition was changed while the domain was active: {@code virDomainIsUpdated}. */
    public boolean isUpdated(CallContext context) {
        return call("isUpdated").get(context, (facet, c) -> facet.isUpdated(c, ref));
    }

    /** {@code virDomainGetAutostart}. */
    public boolean autostart(CallContext context) {
        return call("autostart").needs(Feature.DOMAIN_AUTOSTART).get(context, (facet, c) -> facet.autostart(c, ref));
    }

    /** Whether it starts with the host; only a persistent one can: {@code virDomainSetAutostart}. */
    public void setAutostart(CallContext context, boolean autostart) {
        call("setAutostart")
                .changes()
                .needs(Feature.DOMAIN_AUTOSTART)
                .run(context, (facet, c) -> facet.setAutostart(c, ref, autostart));
    }

    /** The type of operating system, {@code hvm} or {@code linux} and so on: {@code virDomainGetOSType}. */
    public String osType(CallContext context) {
        return call("osType").get(context, (facet, c) -> facet.osType(c, ref));
    }

    /** {@code virDomainGetMaxMemory}, KiB. */
    public long maxMemory(CallContext context) {
        return call("maxMemory").get(context, (facet, c) -> facet.maxMemory(c, ref));
    }

    /**
     * {@code virDomainSetMaxMemory}.
     *
     * @param memory KiB, at least 1
     */
    public void setMaxMemory(CallContext context, long memory) {
        call("setMaxMemory")
                .changes()
                .needs(Feature.DOMAIN_SET_MAX_MEMORY)
                .atLeast("memory", memory, 1)
                .run(context, (facet, c) -> facet.setMaxMemory(c, ref, memory));
    }

    /**
     * {@code virDomainSetMemory}, {@code virDomainSetMemoryFlags}.
     *
     * @param memory KiB, at least 1 and at most {@link #maxMemory}
     */
    public void setMemory(CallContext context, long memory, Set<MemoryFlag> flags) {
        call("setMemory")
                .changes()
                .needsIf(Call.has(flags, MemoryFlag.LIVE), Feature.DOMAIN_SET_MEMORY)
                .atLeast("memory", memory, 1)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.setMemory(c, ref, memory, Flag.bits(flags)));
    }

    /** Gives an inactive domain another name: {@code virDomainRename}. */
    public void rename(CallContext context, String newName) {
        ref = call("rename")
                .changes()
                .needs(Feature.DOMAIN_RENAME)
                .notEmpty("newName", newName)
                .get(context, (facet, c) -> facet.rename(c, ref, newName));
    }

    /** What happens on an event of the guest: {@code virDomainSetLifecycleAction}. */
    public void setLifecycleAction(
            CallContext context, LifecycleEvent event, LifecycleAction action, Set<Affect> affect) {
        call("setLifecycleAction")
                .changes()
                .needsIf(Call.has(affect, Affect.LIVE), Feature.DOMAIN_LIFECYCLE_ACTIONS)
                .notNull("event", event)
                .notNull("action", action)
                .notNull("affect", affect)
                .run(
                        context,
                        (facet, c) ->
                                facet.setLifecycleAction(c, ref, event.number(), action.number(), Flag.bits(affect)));
    }

    /** The labels the security drivers of the host gave it while it is active: {@code virDomainGetSecurityLabelList}. */
    public List<SecurityLabel> securityLabels(CallContext context) {
        return call("securityLabels").get(context, (facet, c) -> facet.securityLabels(c, ref));
    }

    /** Warnings about what it uses, in English, of all kinds where none is named: {@code virDomainGetMessages}. */
    public List<String> messages(CallContext context, Set<DomainMessageKind> kinds) {
        return call("messages")
                .notNull("kinds", kinds)
                .get(context, (facet, c) -> facet.messages(c, ref, Flag.bits(kinds)));
    }

    /** Number and affinity of its virtual CPUs. */
    public DomainVcpus vcpus() {
        return new DomainVcpus(this);
    }

    /** Adding, changing and removing its devices. */
    public DomainDevices devices() {
        return new DomainDevices(this);
    }

    /** Saving it to disk and dumping its memory. */
    public DomainSaves saves() {
        return new DomainSaves(this);
    }

    /** Its snapshots. */
    public DomainSnapshots snapshots() {
        return new DomainSnapshots(this);
    }

    /** Its scheduler. */
    public DomainScheduler scheduler() {
        return new DomainScheduler(this);
    }

    /** Its counters. */
    public DomainStatistics statistics() {
        return new DomainStatistics(this);
    }

    /** The job that runs on it. */
    public DomainJob job() {
        return new DomainJob(this);
    }

    /** Its title, description and metadata of other programs. */
    public DomainMetadata metadata() {
        return new DomainMetadata(this);
    }

    /** Its consoles, screen, keyboard and addresses. */
    public DomainConsole console() {
        return new DomainConsole(this);
    }

    /** Moving it to another host. */
    public DomainMigration migration() {
        return new DomainMigration(this);
    }

    private Call<DomainFacet> call(String method) {
        return call(DomainFacet.class, method);
    }

    @Override
    ErrorSubject subject() {
        DomainRef now = ref;
        return new ErrorSubject(ErrorSubject.Kind.DOMAIN, now.name(), now.uuid(), now.id());
    }

    @Override
    Object identity() {
        return uuid();
    }
}
