package org.innkeeper.app.connect.found;

import java.util.Objects;
import org.innkeeper.app.session.HostDefinition;

/**
 * A connection that can be added.
 *
 * @param key what it is known by while the list is shown
 * @param name what people call it
 * @param uri how it would be reached
 * @param warning what to know before it is added, or null
 */
record FoundConnection(String key, String name, String uri, String warning) {
    FoundConnection {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uri, "uri");
    }

    /** One that another program has saved, which gives it no name. */
    static FoundConnection saved(String uri) {
        return new FoundConnection(uri, HostDefinition.nameIn(uri), uri, null);
    }
}
