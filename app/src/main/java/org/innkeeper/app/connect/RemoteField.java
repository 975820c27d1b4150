package org.innkeeper.app.connect;

import org.innkeeper.core.uri.RemoteParameter;

/** What can be typed about a remote host. */
enum RemoteField {
    HOST(null),
    USER(null),
    PORT(null),
    KEY(RemoteParameter.KEYFILE),
    CERTIFICATES(RemoteParameter.PKIPATH),
    SOCKET(RemoteParameter.SOCKET),
    COMMAND(RemoteParameter.COMMAND);

    private final RemoteParameter parameter;

    RemoteField(RemoteParameter parameter) {
        this.parameter = parameter;
    }

    /** The parameter of the URI it becomes, or null where it has a place of its own. */
    RemoteParameter parameter() {
        return parameter;
    }

    /** Whether it names a file or folder. */
    boolean isPath() {
        return this == KEY || this == CERTIFICATES || this == SOCKET || this == COMMAND;
    }

    /** Whether a way that takes it cannot do without it. */
    boolean needed() {
        return this == HOST || this == COMMAND;
    }
}
