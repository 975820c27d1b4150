package org.innkeeper.driver.test.host;

/** Why a domain is in its state, with libvirt's numbers; the prefix tells the state. */
public final class Reason {
    public static final int RUNNING_BOOTED = 1;
    public static final int RUNNING_MIGRATED = 2;
    public static final int RUNNING_RESTORED = 3;
    public static final int RUNNING_FROM_SNAPSHOT = 4;
    public static final int RUNNING_UNPAUSED = 5;
    public static final int RUNNING_MIGRATION_CANCELLED = 6;
    public static final int RUNNING_WAKEUP = 8;
    public static final int PAUSED_USER = 1;
    public static final int PAUSED_MIGRATION = 2;
    public static final int SHUTTING_DOWN_USER = 1;
    public static final int SHUT_OFF_SHUTDOWN = 1;
    public static final int SHUT_OFF_DESTROYED = 2;
    public static final int SHUT_OFF_CRASHED = 3;
    public static final int SHUT_OFF_MIGRATED = 4;
    public static final int SHUT_OFF_SAVED = 5;
    public static final int SHUT_OFF_FROM_SNAPSHOT = 7;
    public static final int CRASHED_PANICKED = 1;

    private Reason() {}
}
