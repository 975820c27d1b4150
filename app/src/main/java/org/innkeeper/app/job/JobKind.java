package org.innkeeper.app.job;

/** What a job does; its text is {@code job.} and the name. */
public enum JobKind {
    CREATE_GUEST(true),
    DELETE_GUEST(true),
    CONNECT_HOST(false);

    private final boolean loses;

    JobKind(boolean loses) {
        this.loses = loses;
    }

    /** Whether something stays half done when the program ends meanwhile. */
    public boolean loses() {
        return loses;
    }
}
