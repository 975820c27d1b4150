package org.innkeeper.app.job;

/** What a job does; its text is {@code job.} and the name. */
public enum JobKind {
    CREATE_GUEST,
    DELETE_GUEST
}
