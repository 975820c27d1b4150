package org.innkeeper.app.table;

import org.innkeeper.core.model.DomainState;

/** The order of states in a sorted column: what needs a person first, then what runs, then what is quiet. */
final class StateRank {
    private StateRank() {}

    static int of(DomainState state) {
        return switch (state) {
            case CRASHED -> 0;
            case RUNNING, BLOCKED -> 1;
            case SHUTTING_DOWN -> 2;
            case PAUSED -> 3;
            case PM_SUSPENDED -> 4;
            case SHUT_OFF -> 5;
            case NO_STATE -> 6;
        };
    }
}
