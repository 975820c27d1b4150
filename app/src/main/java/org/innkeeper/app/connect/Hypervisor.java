package org.innkeeper.app.connect;

import java.util.Locale;

/** What runs the guests of a remote host. */
enum Hypervisor {
    QEMU("/system"),
    /** Whatever the daemon has: libvirt's scheme {@code remote}. */
    ANY("/"),
    XEN("/system"),
    LXC("/system"),
    OPENVZ("/system"),
    /** libvirt's own host in memory. */
    TEST("/default");

    private final String path;

    Hypervisor(String path) {
        this.path = path;
    }

    String scheme() {
        return this == ANY ? "remote" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether each user has an own daemon besides that of the system. */
    boolean hasSessions() {
        return this == QEMU;
    }

    /** @param session the daemon of the user, where there is one */
    String path(boolean session) {
        return session && hasSessions() ? "/session" : path;
    }
}
