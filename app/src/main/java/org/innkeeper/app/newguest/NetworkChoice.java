package org.innkeeper.app.newguest;

/**
 * How a new guest reaches the network.
 *
 * @param source the virtual network, the bridge or the address; null where none of them is meant
 */
record NetworkChoice(Kind kind, String source) {
    /** The ways there are. */
    enum Kind {
        /** A virtual network of the host. */
        NETWORK,
        /** Through the process of the guest; needs no setup and no rights. */
        USER,
        /** A bridge of the host, known to it by that name. */
        BRIDGE,
        /** An address that the host routes to a container. */
        ROUTED,
        /** No network card. */
        NONE
    }

    static final NetworkChoice USER = new NetworkChoice(Kind.USER, null);
    static final NetworkChoice BRIDGE = new NetworkChoice(Kind.BRIDGE, null);
    static final NetworkChoice ROUTED = new NetworkChoice(Kind.ROUTED, null);
    static final NetworkChoice NONE = new NetworkChoice(Kind.NONE, null);

    static NetworkChoice network(String name) {
        return new NetworkChoice(Kind.NETWORK, name);
    }

    NetworkChoice withSource(String name) {
        return new NetworkChoice(kind, name);
    }
}
