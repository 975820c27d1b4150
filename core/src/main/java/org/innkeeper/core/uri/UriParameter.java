package org.innkeeper.core.uri;

import java.util.Objects;

/**
 * One parameter of the query of a URI, decoded.
 *
 * @param name not empty
 * @param value empty where the query has none
 */
public record UriParameter(String name, String value) {
    public UriParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a parameter needs a name");
        }
    }
}
