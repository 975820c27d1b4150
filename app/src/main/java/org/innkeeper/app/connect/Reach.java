package org.innkeeper.app.connect;

import java.util.Locale;
import java.util.Set;

/** The ways to a daemon, and what each needs or takes. */
enum Reach {
    SSH(22, RemoteField.HOST, RemoteField.USER, RemoteField.PORT, RemoteField.KEY, RemoteField.SOCKET),
    TLS(16514, RemoteField.HOST, RemoteField.PORT, RemoteField.CERTIFICATES),
    TCP(16509, RemoteField.HOST, RemoteField.PORT),
    UNIX(0, RemoteField.SOCKET),
    /** A program of this machine that talks to the daemon. */
    EXT(0, RemoteField.COMMAND);

    private final int port;
    private final Set<RemoteField> fields;

    Reach(int port, RemoteField... fields) {
        this.port = port;
        this.fields = Set.of(fields);
    }

    String transport() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The port that is meant where none is given; 0 where there are no ports. */
    int defaultPort() {
        return port;
    }

    boolean takes(RemoteField field) {
        return fields.contains(field);
    }

    /** Whether anybody on the way can read and change what is sent. */
    boolean isOpenToAll() {
        return this == TCP;
    }
}
