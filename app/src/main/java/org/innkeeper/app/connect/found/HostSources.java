package org.innkeeper.app.connect.found;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.innkeeper.app.session.DiscoveredHosts;
import org.innkeeper.app.session.SavedHosts;

/**
 * Where hosts can be found without being told.
 *
 * @param network those that advertise themselves
 * @param saved those of another program
 */
public record HostSources(DiscoveredHosts network, SavedHosts saved) {
    /** Nothing is found. */
    public static final HostSources NONE =
            new HostSources(listener -> () -> {}, () -> CompletableFuture.completedFuture(List.of()));

    public HostSources {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(saved, "saved");
    }
}
