package org.innkeeper.app.session;

/** Which definition of a guest is read. */
public enum DefinitionView {
    /** What runs now, or what is stored where it is off; without secrets. */
    CURRENT,
    /** What the next start will use; without secrets. */
    STORED,
    /** The stored one with its secrets, to start an edit from; never cached, shown or logged. */
    STORED_WITH_SECRETS
}
