package org.innkeeper.app.context;

/** The pages of a guest's window. */
public enum GuestPage {
    OVERVIEW,
    DETAILS,
    CONSOLE,
    PERFORMANCE
}
