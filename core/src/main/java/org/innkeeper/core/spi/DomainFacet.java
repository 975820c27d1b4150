package org.innkeeper.core.spi;

import java.util.List;
import java.util.UUID;
import org.innkeeper.core.model.DomainInfo;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStatus;
import org.innkeeper.core.model.SecurityLabel;

/** Domains: finding them, their definitions and their life. Flags are those of {@link DomainFlags}. */
public interface DomainFacet extends Facet {
    /**
     * The domains that match: {@code virConnectListAllDomains}. Without a filter of a group all of that group match.
     *
     * @param flags {@code LIST_} bits
     */
    List<DomainRef> list(CallContext context, long flags);

    /** {@code virDomainLookupByID}. */
    DomainRef lookupById(CallContext context, int id);

    /** {@code virDomainLookupByName}. */
    DomainRef lookupByName(CallContext context, String name);

    /** {@code virDomainLookupByUUID}. */
    DomainRef lookupByUuid(CallContext context, UUID uuid);

    /** {@code virDomainGetInfo}. */
    DomainInfo info(CallContext context, DomainRef domain);

    /** {@code virDomainGetState}. */
    DomainStatus status(CallContext context, DomainRef domain);

    /**
     * The definition: {@code virDomainGetXMLDesc}. Without flags the live one of an active domain, without secrets.
     *
     * @param flags {@code XML_} bits
     */
    String xml(CallContext context, DomainRef domain, long flags);

    /**
     * Starts a domain that is not defined and is gone when it stops: {@code virDomainCreateXML}.
     *
     * @param flags {@code START_} bits
     */
    DomainRef createXml(CallContext context, String xml, long flags);

    /**
     * Stores a definition, new or in the place of the one with the same UUID: {@code virDomainDefineXMLFlags}. Fails with
     * {@code DOM_EXIST} when the name belongs to another UUID, or the UUID to another name.
     *
     * @param flags {@code DEFINE_} bits
     */
    DomainRef defineXml(CallContext context, String xml, long flags);

    /**
     * Starts a defined domain, from its managed save where it has one: {@code virDomainCreateWithFlags}.
     *
     * @param flags {@code START_} bits
     * @return the domain with its new id
     */
    DomainRef start(CallContext context, DomainRef domain, long flags);

    /**
     * Removes the definition; an active domain goes on and becomes transient: {@code virDomainUndefineFlags}. Disks stay.
     * Fails where a managed save, snapshots or an NVRAM file exist that no flag allows to lose.
     *
     * @param flags {@code UNDEFINE_} bits
     */
    void undefine(CallContext context, DomainRef domain, long flags);

    /**
     * Asks the guest to shut down, and returns when it was asked: {@code virDomainShutdownFlags}.
     *
     * @param flags {@code SHUTDOWN_} bits, 0 for the driver's choice
     */
    void shutdown(CallContext context, DomainRef domain, long flags);

    /**
     * Asks the guest to reboot, and returns when it was asked: {@code virDomainReboot}.
     *
     * @param flags {@code SHUTDOWN_} bits, 0 for the driver's choice
     */
    void reboot(CallContext context, DomainRef domain, long flags);

    /** Resets the machine without asking the guest: {@code virDomainReset}. */
    void reset(CallContext context, DomainRef domain);

    /**
     * Ends the run at once, as pulling the plug does; deletes nothing: {@code virDomainDestroyFlags}.
     *
     * @param flags {@code DESTROY_} bits
     */
    void destroy(CallContext context, DomainRef domain, long flags);

    /** Stops the vcpus; memory stays in use: {@code virDomainSuspend}. */
    void suspend(CallContext context, DomainRef domain);

    /** {@code virDomainResume}. */
    void resume(CallContext context, DomainRef domain);

    /** {@code virDomainIsPersistent}. */
    boolean isPersistent(CallContext context, DomainRef domain);

    /** Whether the definition was changed while the domain was active: {@code virDomainIsUpdated}. */
    boolean isUpdated(CallContext context, DomainRef domain);

    /** {@code virDomainGetAutostart}. */
    boolean autostart(CallContext context, DomainRef domain);

    /** Whether the domain starts with the host; only a persistent one can: {@code virDomainSetAutostart}. */
    void setAutostart(CallContext context, DomainRef domain, boolean autostart);

    /** The type of operating system, {@code hvm} or {@code linux} and so on: {@code virDomainGetOSType}. */
    String osType(CallContext context, DomainRef domain);

    /** {@code virDomainGetMaxMemory}, KiB. */
    long maxMemory(CallContext context, DomainRef domain);

    /**
     * The most memory the domain may use: {@code virDomainSetMaxMemory}.
     *
     * @param memory KiB, at least 1
     */
    void setMaxMemory(CallContext context, DomainRef domain, long memory);

    /**
     * {@code virDomainSetMemoryFlags}.
     *
     * @param memory KiB, at least 1 and at most {@link #maxMemory}
     * @param flags {@code AFFECT_} bits
     */
    void setMemory(CallContext context, DomainRef domain, long memory, long flags);

    /**
     * Gives an inactive domain another name: {@code virDomainRename}.
     *
     * @return the domain with its new name
     */
    DomainRef rename(CallContext context, DomainRef domain, String newName);

    /**
     * What happens on an event of the guest: {@code virDomainSetLifecycleAction}.
     *
     * @param event 0 poweroff, 1 reboot, 2 crash
     * @param action 0 destroy, 1 restart, 2 rename-restart, 3 preserve, 4 coredump-destroy, 5 coredump-restart
     * @param flags {@code AFFECT_} bits
     */
    void setLifecycleAction(CallContext context, DomainRef domain, int event, int action, long flags);

    /**
     * The labels the security drivers of the host gave an active domain: {@code virDomainGetSecurityLabelList}. Empty where
     * there are none.
     */
    default List<SecurityLabel> securityLabels(CallContext context, DomainRef domain) {
        return List.of();
    }

    /**
     * Warnings about what a domain uses, in English: {@code virDomainGetMessages}.
     *
     * @param flags 1 deprecated settings, 2 what taints it; 0 for all
     */
    default List<String> messages(CallContext context, DomainRef domain, long flags) {
        return List.of();
    }
}
