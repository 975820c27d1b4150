package org.innkeeper.core.uri;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the user's configuration says about URIs: {@code uri_default} and {@code uri_aliases} of {@code libvirt.conf}.
 * Immutable.
 */
public final class UriSettings {
    /** No default and no aliases. */
    public static final UriSettings NONE = new UriSettings(null, Map.of());

    private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");

    private final String defaultUri;
    private final Map<String, String> aliases;

    /** @param defaultUri or null */
    public UriSettings(String defaultUri, Map<String, String> aliases) {
        this.defaultUri = defaultUri;
        this.aliases = Map.copyOf(aliases);
    }

    /** Whether a text can be an alias: no URI looks like that. */
    static boolean isAlias(String text) {
        return ALIAS.matcher(text).matches();
    }

    /** What to open when nothing was typed; it may be an alias. */
    public Optional<String> defaultUri() {
        return Optional.ofNullable(defaultUri).filter(uri -> !uri.isEmpty());
    }

    /** The URI an alias stands for. */
    public Optional<String> alias(String name) {
        return Optional.ofNullable(aliases.get(name));
    }
}
