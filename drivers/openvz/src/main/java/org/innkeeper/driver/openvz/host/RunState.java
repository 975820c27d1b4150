package org.innkeeper.driver.openvz.host;

import org.innkeeper.core.model.DomainState;

/** What a container does. */
public enum RunState {
    /** It does not run; it may be mounted. */
    STOPPED(DomainState.SHUT_OFF),
    /** It does not run, and its next start goes on from where it was saved. */
    SAVED(DomainState.SHUT_OFF),
    RUNNING(DomainState.RUNNING),
    /** Its processes are frozen by {@code vzctl chkpnt --suspend}. */
    FROZEN(DomainState.PAUSED),
    /** It was restored, and its processes wait for {@code vzctl restore --resume}. */
    RESTORED(DomainState.PAUSED);

    private final DomainState state;

    RunState(DomainState state) {
        this.state = state;
    }

    /** What the program knows it as. */
    public DomainState state() {
        return state;
    }

    public boolean isActive() {
        return state != DomainState.SHUT_OFF;
    }
}
