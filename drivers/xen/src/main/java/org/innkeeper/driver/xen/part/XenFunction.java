package org.innkeeper.driver.xen.part;

/** What a {@link XenPart} can do: one for each of its functions. The unified driver asks before it calls. */
public enum XenFunction {
    /** {@link XenPart#version}. */
    VERSION,
    /** {@link XenPart#nodeInfo}. */
    NODE_INFO,
    /** {@link XenPart#guestKinds}. */
    GUEST_KINDS,
    /** {@link XenPart#freeMemory}. */
    FREE_MEMORY,
    /** {@link XenPart#cellsFreeMemory}. */
    CELLS_FREE_MEMORY,
    /** {@link XenPart#cpuTime}. */
    CPU_TIME,
    /** {@link XenPart#activeDomains}. */
    LIST_ACTIVE,
    /** {@link XenPart#storedDomains}. */
    LIST_STORED,
    /** {@link XenPart#activeDomain}. */
    ACTIVE_DOMAIN,
    /** {@link XenPart#liveDefinition}. */
    LIVE_DEFINITION,
    /** {@link XenPart#storedDefinition}. */
    STORED_DEFINITION,
    /** {@link XenPart#configurationFile}. */
    CONFIGURATION_FILE,
    /** {@link XenPart#create}. */
    CREATE,
    /** {@link XenPart#start}. */
    START,
    /** {@link XenPart#define}. */
    DEFINE,
    /** {@link XenPart#undefine}. */
    UNDEFINE,
    /** {@link XenPart#rename}. */
    RENAME,
    /** {@link XenPart#autostart} and {@link XenPart#setAutostart}. */
    AUTOSTART,
    /** {@link XenPart#shutdown}. */
    SHUTDOWN,
    /** {@link XenPart#reboot}. */
    REBOOT,
    /** {@link XenPart#reset}. */
    RESET,
    /** {@link XenPart#destroy}. */
    DESTROY,
    /** {@link XenPart#pause}. */
    PAUSE,
    /** {@link XenPart#unpause}. */
    UNPAUSE,
    /** {@link XenPart#setMemory}. */
    SET_MEMORY,
    /** {@link XenPart#setMaxMemory}. */
    SET_MAX_MEMORY,
    /** {@link XenPart#vcpus}. */
    VCPUS,
    /** {@link XenPart#vcpuTimes}. */
    VCPU_TIMES,
    /** {@link XenPart#setVcpus}. */
    SET_VCPUS,
    /** {@link XenPart#pinVcpu}. */
    PIN_VCPU,
    /** {@link XenPart#schedulerType}. */
    SCHEDULER_TYPE,
    /** {@link XenPart#schedulerParameters}. */
    SCHEDULER_PARAMETERS,
    /** {@link XenPart#setSchedulerParameters}. */
    SET_SCHEDULER_PARAMETERS,
    /** {@link XenPart#save}. */
    SAVE,
    /** {@link XenPart#restore}. */
    RESTORE,
    /** {@link XenPart#savedDefinition}. */
    SAVED_DEFINITION,
    /** {@link XenPart#coreDump}. */
    CORE_DUMP,
    /** {@link XenPart#attach}. */
    ATTACH,
    /** {@link XenPart#detach}. */
    DETACH,
    /** {@link XenPart#update}. */
    UPDATE_DEVICE,
    /** {@link XenPart#migrate}. */
    MIGRATE,
    /** {@link XenPart#counters}. */
    COUNTERS,
    /** {@link XenPart#terminal}. */
    TERMINAL,
    /** {@link XenPart#consoles}. */
    CONSOLES,
    /** {@link XenPart#watch}. */
    WATCH
}
