package org.innkeeper.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where the program keeps what it remembers.
 *
 * @param config settings and connections
 * @param state what belongs to this machine and run: lock, socket, log
 */
public record Directories(Path config, Path state) {
    private static final String NAME = "innkeeper";

    /** Both below one directory, as {@code --state-dir} and {@code INNKEEPER_HOME} ask for. */
    public static Directories below(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new Directories(absolute.resolve("config"), absolute.resolve("state"));
    }

    /** Those of this user on this system. */
    public static Directories ofUser() {
        return ofUser(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static Directories ofUser(String system, Path home, Map<String, String> environment) {
        String root = environment.get("INNKEEPER_HOME");
        if (root != null && !root.isEmpty()) {
            return below(Path.of(root));
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            UnaryOperator<String> at = name -> environment.getOrDefault(name, "");
            Path roaming = absolute(at.apply("APPDATA"), home.resolve("AppData/Roaming"));
            Path local = absolute(at.apply("LOCALAPPDATA"), home.resolve("AppData/Local"));
            return new Directories(roaming.resolve("Innkeeper"), local.resolve("Innkeeper"));
        }
        if (os.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Innkeeper");
            return new Directories(support, support.resolve("State"));
        }
        Path config = absolute(environment.getOrDefault("XDG_CONFIG_HOME", ""), home.resolve(".config"));
        Path state = absolute(environment.getOrDefault("XDG_STATE_HOME", ""), home.resolve(".local/state"));
        return new Directories(config.resolve(NAME), state.resolve(NAME));
    }

    /** Relative paths in the XDG variables are to be ignored, says the specification. */
    private static Path absolute(String text, Path otherwise) {
        return !text.isEmpty() && Path.of(text).isAbsolute() ? Path.of(text) : otherwise;
    }

    public Path settingsFile() {
        return config.resolve("settings.json");
    }
}
