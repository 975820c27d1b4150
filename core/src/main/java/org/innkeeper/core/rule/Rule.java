package org.innkeeper.core.rule;

/** The rules of the architecture that a class can be excepted from. */
public enum Rule {
    /** The program never sees a driver. */
    APP_SEES_NO_DRIVER,
    /** A driver never sees another driver. */
    DRIVERS_APART,
    /** Nothing below the program sees JavaFX or the desktop. */
    NO_DESKTOP_BELOW_APP,
    /** Only sessions and the shell of the program use objects of the API. */
    API_IN_SESSIONS_ONLY,
    /** Only {@code app.task} touches the JavaFX thread. */
    FX_THREAD_IN_TASK_ONLY
}
