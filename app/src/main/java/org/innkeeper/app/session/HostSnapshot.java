package org.innkeeper.app.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.NodeInfo;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.uri.ConnectUri;

/**
 * A host and its guests at one moment. While it is away the last known guests stay, as of {@link #asOf()}.
 *
 * @param id its key
 * @param label what the user calls it
 * @param uri how it is reached
 * @param readOnly whether nothing may be changed there
 * @param state how it is connected
 * @param problem why it is not connected, or null
 * @param asOf when the guests were last known to be so; null before the first time
 * @param features what can be done there; empty before the first connection
 * @param absences why something cannot be done there, where the host tells
 * @param node the machine, or null before the first connection
 * @param load how busy it is
 * @param guests by name, ignoring case
 */
public record HostSnapshot(
        HostId id,
        String label,
        String uri,
        boolean readOnly,
        ConnectionState state,
        ErrorInfo problem,
        Instant asOf,
        Set<Feature> features,
        Map<Feature, ErrorInfo> absences,
        NodeInfo node,
        HostLoad load,
        List<GuestSnapshot> guests) {
    public HostSnapshot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(load, "load");
        features = Set.copyOf(features);
        absences = Map.copyOf(absences);
        guests = List.copyOf(guests);
    }

    public boolean connected() {
        return state == ConnectionState.CONNECTED;
    }

    /** Whether it is not connected although it should be: it failed or was lost. */
    public boolean away() {
        return state == ConnectionState.LOST || (!connected() && problem != null);
    }

    /** Whether it is another machine, or one we cannot tell from this: the files of this machine are not its files. */
    public boolean elsewhere() {
        try {
            return ConnectUri.parse(uri).host() != null;
        } catch (InnkeeperException e) {
            // An alias says nothing here; what it stands for is the business of the connection.
            return true;
        }
    }

    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /** Whether it has a function; where the host says why not, in its words. */
    public Availability can(Feature feature) {
        if (supports(feature)) {
            return Availability.POSSIBLE;
        }
        ErrorInfo why = absences.get(feature);
        return why == null
                ? Availability.off("reason.feature." + feature)
                : Availability.off("reason.driver", Failures.sentence(why));
    }

    /** Whether anything can be changed there now. */
    public Availability changeable() {
        return Availability.unless(!connected(), "reason.away", label)
                .and(() -> Availability.unless(readOnly, "reason.readOnly", label));
    }

    /** Whether definitions can be stored there and taken away now, and guests made with them. */
    public Availability keepsDefinitions() {
        return changeable().and(() -> can(Feature.DOMAIN_DEFINE));
    }
}
