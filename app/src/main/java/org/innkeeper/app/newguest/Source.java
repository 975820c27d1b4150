package org.innkeeper.app.newguest;

/** What a new guest starts from. */
enum Source {
    /** An installation medium, and an empty disk to install on. */
    MEDIUM,
    /** A disk image that is there already. */
    IMAGE,
    /** An empty disk. */
    EMPTY;

    boolean needsPath() {
        return this != EMPTY;
    }

    boolean makesDisk() {
        return this != IMAGE;
    }
}
