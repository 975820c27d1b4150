package org.innkeeper.driver.test.host;

/** Details of lifecycle events, with libvirt's numbers; the prefix tells the kind of event. */
public final class Detail {
    public static final int DEFINED_ADDED = 0;
    public static final int DEFINED_UPDATED = 1;
    public static final int DEFINED_RENAMED = 2;
    public static final int UNDEFINED_REMOVED = 0;
    public static final int UNDEFINED_RENAMED = 1;
    public static final int STARTED_BOOTED = 0;
    public static final int STARTED_MIGRATED = 1;
    public static final int STARTED_RESTORED = 2;
    public static final int STARTED_FROM_SNAPSHOT = 3;
    public static final int STARTED_WAKEUP = 4;
    public static final int SUSPENDED_PAUSED = 0;
    public static final int SUSPENDED_MIGRATED = 1;
    public static final int RESUMED_UNPAUSED = 0;
    public static final int RESUMED_MIGRATED = 1;
    public static final int STOPPED_SHUTDOWN = 0;
    public static final int STOPPED_DESTROYED = 1;
    public static final int STOPPED_CRASHED = 2;
    public static final int STOPPED_MIGRATED = 3;
    public static final int STOPPED_SAVED = 4;
    public static final int STOPPED_FROM_SNAPSHOT = 6;
    public static final int SHUTDOWN_GUEST = 1;
    public static final int SHUTDOWN_HOST = 2;
    public static final int PM_SUSPENDED_MEMORY = 0;
    public static final int CRASHED_PANICKED = 0;

    private Detail() {}
}
