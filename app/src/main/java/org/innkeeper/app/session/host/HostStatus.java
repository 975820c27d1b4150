package org.innkeeper.app.session.host;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.Feature;

/** What is known of a host besides its guests; fields as in the host's snapshot. */
record HostStatus(
        ConnectionState state,
        ErrorInfo problem,
        Instant asOf,
        Set<Feature> features,
        Map<Feature, ErrorInfo> absences,
        NodeInfo node,
        HostLoad load) {
    static final HostStatus UNKNOWN =
            new HostStatus(ConnectionState.DISCONNECTED, null, null, Set.of(), Map.of(), null, HostLoad.UNKNOWN);

    HostStatus withState(ConnectionState newState, ErrorInfo why) {
        return new HostStatus(newState, why, asOf, features, absences, node, load);
    }

    HostStatus withMachine(Set<Feature> newFeatures, Map<Feature, ErrorInfo> newAbsences, NodeInfo newNode) {
        return new HostStatus(state, problem, asOf, newFeatures, newAbsences, newNode, load);
    }

    /** A poll was answered. */
    HostStatus withLoad(HostLoad newLoad, Instant now) {
        return new HostStatus(state, null, now, features, absences, node, newLoad);
    }
}
