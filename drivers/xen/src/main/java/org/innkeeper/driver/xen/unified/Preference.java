package org.innkeeper.driver.xen.unified;

import java.util.List;
import org.innkeeper.driver.xen.part.XenFunction;

/** Which part does a function best, where several can. */
final class Preference {
    /** Looking at what the hypervisor itself knows: the shorter the way the better. */
    private static final List<String> HYPERVISOR_FIRST = List.of("hypercall", "xend", "xl", "xenstore");

    /** Changes that a daemon or a tool keeps a record of: past it, its record would be wrong. */
    private static final List<String> TOOLS_FIRST = List.of("xend", "xl", "xenstore", "hypercall");

    /** Definitions are with xend where it keeps them, else in files. */
    private static final List<String> DEFINITIONS = List.of("xend", "xm", "xl");

    /** What only the store tells at once. */
    private static final List<String> STORE_FIRST = List.of("xenstore", "xl", "xend", "hypercall");

    private Preference() {}

    /** The names of the parts, the best first. */
    static List<String> of(XenFunction function) {
        return switch (function) {
            case VERSION,
                    NODE_INFO,
                    GUEST_KINDS,
                    FREE_MEMORY,
                    CELLS_FREE_MEMORY,
                    LIST_ACTIVE,
                    ACTIVE_DOMAIN,
                    PAUSE,
                    UNPAUSE,
                    VCPUS,
                    PIN_VCPU,
                    SCHEDULER_TYPE,
                    SCHEDULER_PARAMETERS,
                    SET_SCHEDULER_PARAMETERS,
                    COUNTERS -> HYPERVISOR_FIRST;
            case LIST_STORED, STORED_DEFINITION, CONFIGURATION_FILE, DEFINE, UNDEFINE, RENAME, AUTOSTART -> DEFINITIONS;
            case TERMINAL, CONSOLES, WATCH -> STORE_FIRST;
            default -> TOOLS_FIRST;
        };
    }
}
