package org.innkeeper.driver.qemu.state;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the driver's state is when nobody says where. */
public final class StateRoots {
    private static final Path BELOW = Path.of("innkeeper", "qemu");

    private StateRoots() {}

    /** The state root of this user on this system. */
    public static Path ofUser() {
        return ofUser(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** The state root of the whole machine, for {@code qemu:///system}. */
    public static Path ofMachine() {
        return Path.of("/var/lib").resolve(BELOW);
    }

    static Path ofUser(String osName, Path home, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return absolute(
                            environment.get("LOCALAPPDATA"),
                            home.resolve("AppData").resolve("Local"))
                    .resolve(BELOW);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(BELOW);
        }
        return absolute(
                        environment.get("XDG_STATE_HOME"),
                        home.resolve(".local").resolve("state"))
                .resolve(BELOW);
    }

    /** A relative directory in such a variable is to be ignored, says the XDG specification. */
    private static Path absolute(String value, Path otherwise) {
        if (value == null || value.isEmpty() || !Path.of(value).isAbsolute()) {
            return otherwise;
        }
        return Path.of(value);
    }
}
