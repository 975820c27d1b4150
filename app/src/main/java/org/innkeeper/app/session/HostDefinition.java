package org.innkeeper.app.session;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;

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
 * @param polling how often it is asked how it is, or null for as often as all hosts
 * @param unconfirmed programs and keys of the URI, as {@link ForeignPrograms.Item#text()} has them, which came from outside
 *     and which the user has not confirmed yet
 */
public record HostDefinition(
        HostId id,
        String uri,
        String label,
        boolean readOnly,
        boolean autoconnect,
        String providerId,
        Duration polling,
        Set<String> unconfirmed) {
    public HostDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(label, "label");
        unconfirmed = Set.copyOf(unconfirmed);
    }

    /** A host whose URI the user wrote. */
    public HostDefinition(
            HostId id, String uri, String label, boolean readOnly, boolean autoconnect, String providerId) {
        this(id, uri, label, readOnly, autoconnect, providerId, null, Set.of());
    }

    /** A new host that is connected at start and may be changed. */
    public static HostDefinition of(String uri, String label) {
        return new HostDefinition(HostId.random(), uri, label, false, true, null);
    }

    /** A new host whose URI comes from the command line, another program or the network: nobody has seen it yet. */
    public static HostDefinition fromOutside(String uri, String label, boolean readOnly) {
        return new HostDefinition(HostId.random(), uri, label, readOnly, true, null, null, texts(uri));
    }

    /** What to call a host of which only the URI is known: the name of the machine, where it has one. */
    public static String nameIn(String uri) {
        try {
            String host = ConnectUri.parse(uri).host();
            return host == null || host.isEmpty() ? uri : host;
        } catch (InnkeeperException e) {
            return uri;
        }
    }

    private static Set<String> texts(String uri) {
        return ForeignPrograms.in(uri).stream()
                .map(ForeignPrograms.Item::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the user has to confirm before the URI is used, in its order. */
    public List<ForeignPrograms.Item> toConfirm() {
        return ForeignPrograms.in(uri).stream()
                .filter(item -> unconfirmed.contains(item.text()))
                .toList();
    }

    public HostDefinition withProvider(String provider) {
        return new HostDefinition(id, uri, label, readOnly, autoconnect, provider, polling, unconfirmed);
    }

    public HostDefinition withLabel(String newLabel) {
        return new HostDefinition(id, uri, newLabel, readOnly, autoconnect, providerId, polling, unconfirmed);
    }

    public HostDefinition withAutoconnect(boolean connect) {
        return new HostDefinition(id, uri, label, readOnly, connect, providerId, polling, unconfirmed);
    }

    public HostDefinition withReadOnly(boolean only) {
        return new HostDefinition(id, uri, label, only, autoconnect, providerId, polling, unconfirmed);
    }

    /** @param interval null for as often as all hosts */
    public HostDefinition withPolling(Duration interval) {
        return new HostDefinition(id, uri, label, readOnly, autoconnect, providerId, interval, unconfirmed);
    }

    /** Another URI, written by the user: any driver may serve it, and what is new in it the user has seen. */
    public HostDefinition withUri(String newUri) {
        return newUri.equals(uri)
                ? this
                : new HostDefinition(id, newUri, label, readOnly, autoconnect, null, polling, unconfirmed);
    }

    /** The user has seen its programs and keys and wants them. */
    public HostDefinition confirmed() {
        return new HostDefinition(id, uri, label, readOnly, autoconnect, providerId, polling, Set.of());
    }
}
