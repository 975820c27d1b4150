package org.innkeeper.core.uri;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out which URI is meant: one that was typed, an alias of one, or none at all, which means the default of the
 * environment or of the configuration. Immutable.
 */
public final class UriResolver {
    /** The environment variables that hold a default, the first one first. */
    private static final List<String> DEFAULT_VARIABLES = List.of("VIRSH_DEFAULT_CONNECT_URI", "LIBVIRT_DEFAULT_URI");

    private final Map<String, String> environment;
    private final Supplier<UriSettings> settings;

    /**
     * A resolver of an environment and a configuration.
     *
     * @param environment the variables of the process, or others in a test
     * @param settings is asked each time they are needed, so that a URI opens even where the configuration is damaged
     */
    public UriResolver(Map<String, String> environment, Supplier<UriSettings> settings) {
        this.environment = Map.copyOf(environment);
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * The URI that is meant.
     *
     * @param text as it was typed, an alias, null or empty
     * @return empty where nothing was typed and there is no default: the best hypervisor of this machine is meant
     * @throws org.innkeeper.core.error.InnkeeperException {@code INVALID_ARG} where it is no URI
     */
    public Optional<ConnectUri> resolve(String text) {
        String wanted = text == null || text.isEmpty() ? defaultText() : text;
        return wanted.isEmpty() ? Optional.empty() : Optional.of(ConnectUri.parse(withoutAlias(wanted)));
    }

    private String withoutAlias(String text) {
        boolean mayBeAlias = UriSettings.isAlias(text) && !text.equalsIgnoreCase(ConnectUri.XEN);
        return mayBeAlias ? settings.get().alias(text).orElse(text) : text;
    }

    private String defaultText() {
        for (String variable : DEFAULT_VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return settings.get().defaultUri().orElse("");
    }
}
