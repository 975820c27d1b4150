package org.innkeeper.app.session;

/** How a host is connected. */
public enum ConnectionState {
    /** The user does not want it, or it failed in a way that trying again cannot help. */
    DISCONNECTED,
    /** Being opened for the first time, or by the user. */
    CONNECTING,
    CONNECTED,
    /** It was connected and is gone, or could not be reached; tried again with growing pauses. */
    LOST
}
