package org.innkeeper.core.uri;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Reads {@link UriSettings} from {@code libvirt.conf}, the same file that libvirt's own programs read. */
public final class UriSettingsFile {
    private UriSettingsFile() {}

    /**
     * Where the file may be, the user's own first: {@code $XDG_CONFIG_HOME/libvirt}, {@code ~/.config/libvirt},
     * {@code %APPDATA%\libvirt}, then {@code /etc/libvirt}.
     *
     * @param environment the variables of the process
     * @param home the user's home directory
     * @param windows whether this is Windows
     */
    public static List<Path> places(Map<String, String> environment, Path home, boolean windows) {
        List<Path> places = new ArrayList<>();
        String own = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path directory = own.isEmpty() ? home.resolve(".config") : Path.of(own);
        places.add(directory.resolve("libvirt").resolve("libvirt.conf"));
        if (!windows) {
            places.add(Path.of("/etc/libvirt/libvirt.conf"));
        }
        return List.copyOf(places);
    }

    /** The places of this process. */
    public static List<Path> places() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return places(System.getenv(), Path.of(System.getProperty("user.home", ".")), windows);
    }

    /**
     * Reads the first file that exists; nothing where none does.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} or {@code CONF_SYNTAX} where it exists but cannot be used
     */
    public static UriSettings read(List<Path> places) {
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> settings(file.toString(), ConfigFile.read(file)))
                .orElse(UriSettings.NONE);
    }

    static UriSettings settings(String fileName, ConfigFile file) {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (String entry : file.strings("uri_aliases").orElse(List.of())) {
            int equals = entry.indexOf('=');
            if (equals < 0 || equals == entry.length() - 1) {
                throw malformed(fileName, entry, "it must be 'alias=URI'");
            }
            String alias = entry.substring(0, equals);
            if (!UriSettings.isAlias(alias)) {
                throw malformed(fileName, entry, "an alias has only letters, digits, '_' and '-'");
            }
            aliases.putIfAbsent(alias, entry.substring(equals + 1));
        }
        return new UriSettings(file.string("uri_default").orElse(null), aliases);
    }

    private static InnkeeperException malformed(String fileName, String entry, String reason) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.CONF_SYNTAX,
                        ErrorOrigin.CONF,
                        fileName + ": bad entry '" + entry + "' of uri_aliases: " + reason)
                .withDetail(fileName));
    }
}
