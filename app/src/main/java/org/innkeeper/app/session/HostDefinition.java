package org.innkeeper.app.session;

import java.util.Objects;

/**
 * A host as it is kept in the settings.
 *
 * @param id its key
 * @param uri how to reach it
 * @param label what the user calls it; never empty
 * @param readOnly whether nothing may be changed there
 * @param autoconnect whether it is connected when the program starts
 * @param providerId the driver that served it the first time, or null before that; kept, so that a daemon that appears
 *     later is never swapped in
 */
public record HostDefinition(
        HostId id, String uri, String label, boolean readOnly, boolean autoconnect, String providerId) {
    public HostDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(label, "label");
    }

    /** A new host that is connected at start and may be changed. */
    public static HostDefinition of(String uri, String label) {
        return new HostDefinition(HostId.random(), uri, label, false, true, null);
    }

    public HostDefinition withProvider(String provider) {
        return new HostDefinition(id, uri, label, readOnly, autoconnect, provider);
    }

    public HostDefinition withLabel(String newLabel) {
        return new HostDefinition(id, uri, newLabel, readOnly, autoconnect, providerId);
    }

    public HostDefinition withAutoconnect(boolean connect) {
        return new HostDefinition(id, uri, label, readOnly, connect, providerId);
    }
}
