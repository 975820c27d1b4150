package org.innkeeper.driver.qemu.lifecycle;

import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.DomainStatus;

/** States with the reasons that occur here, numbered as libvirt's reason enums are. */
public final class StateReason {
    public static final DomainStatus RUNNING_BOOTED = new DomainStatus(DomainState.RUNNING, 1);
    public static final DomainStatus RUNNING_RESTORED = new DomainStatus(DomainState.RUNNING, 3);
    public static final DomainStatus RUNNING_UNPAUSED = new DomainStatus(DomainState.RUNNING, 5);
    public static final DomainStatus RUNNING_WAKEUP = new DomainStatus(DomainState.RUNNING, 8);
    public static final DomainStatus RUNNING_CRASHED = new DomainStatus(DomainState.RUNNING, 9);

    public static final DomainStatus PAUSED_UNKNOWN = new DomainStatus(DomainState.PAUSED, 0);
    public static final DomainStatus PAUSED_USER = new DomainStatus(DomainState.PAUSED, 1);
    public static final DomainStatus PAUSED_SAVE = new DomainStatus(DomainState.PAUSED, 3);
    public static final DomainStatus PAUSED_DUMP = new DomainStatus(DomainState.PAUSED, 4);
    public static final DomainStatus PAUSED_IO_ERROR = new DomainStatus(DomainState.PAUSED, 5);
    public static final DomainStatus PAUSED_WATCHDOG = new DomainStatus(DomainState.PAUSED, 6);
    public static final DomainStatus PAUSED_STARTING = new DomainStatus(DomainState.PAUSED, 11);

    public static final DomainStatus SHUTTING_DOWN = new DomainStatus(DomainState.SHUTTING_DOWN, 1);
    public static final DomainStatus PM_SUSPENDED = new DomainStatus(DomainState.PM_SUSPENDED, 0);
    public static final DomainStatus CRASHED_PANICKED = new DomainStatus(DomainState.CRASHED, 1);

    public static final DomainStatus OFF_UNKNOWN = new DomainStatus(DomainState.SHUT_OFF, 0);
    public static final DomainStatus OFF_SHUTDOWN = new DomainStatus(DomainState.SHUT_OFF, 1);
    public static final DomainStatus OFF_DESTROYED = new DomainStatus(DomainState.SHUT_OFF, 2);
    public static final DomainStatus OFF_CRASHED = new DomainStatus(DomainState.SHUT_OFF, 3);
    public static final DomainStatus OFF_SAVED = new DomainStatus(DomainState.SHUT_OFF, 5);
    public static final DomainStatus OFF_FAILED = new DomainStatus(DomainState.SHUT_OFF, 6);

    /** Details of a DEFINED event. */
    static final int DEFINED_ADDED = 0;

    static final int DEFINED_UPDATED = 1;
    static final int DEFINED_RENAMED = 2;

    /** Details of an UNDEFINED event. */
    static final int UNDEFINED_REMOVED = 0;

    static final int UNDEFINED_RENAMED = 1;

    /** Details of a STOPPED event. */
    static final int STOPPED_SHUTDOWN = 0;

    static final int STOPPED_DESTROYED = 1;
    static final int STOPPED_CRASHED = 2;
    static final int STOPPED_SAVED = 4;
    static final int STOPPED_FAILED = 5;

    private StateReason() {}

    /** The detail of the STOPPED event that goes with a shut-off state. */
    static int stoppedDetail(DomainStatus off) {
        return switch (off.reason()) {
            case 1 -> STOPPED_SHUTDOWN;
            case 2 -> STOPPED_DESTROYED;
            case 3 -> STOPPED_CRASHED;
            case 5 -> STOPPED_SAVED;
            default -> STOPPED_FAILED;
        };
    }

    /** The detail of the SUSPENDED event that goes with a paused state: 0 paused, 2 I/O error, 3 watchdog. */
    static int suspendedDetail(DomainStatus paused) {
        if (paused.equals(PAUSED_IO_ERROR)) {
            return 2;
        }
        return paused.equals(PAUSED_WATCHDOG) ? 3 : 0;
    }
}
