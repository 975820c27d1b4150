package org.innkeeper.app.newguest;

/** What a new guest starts from. */
enum Source {
    /** An installation medium, and an empty disk to install on. */
    MEDIUM,
    /** A disk image that is there already. */
    IMAGE,
    /** An empty disk. */
    EMPTY,
    /** The files of a system that the host keeps for containers, named as the host names them. */
    TEMPLATE;

    /** Whether it is named: by a path, a template by its name. */
    boolean needsPath() {
        return this != EMPTY;
    }

    boolean makesDisk() {
        return this == MEDIUM || this == EMPTY;
    }
}
