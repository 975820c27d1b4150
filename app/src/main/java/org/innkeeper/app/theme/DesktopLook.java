package org.innkeeper.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Asks the desktop of this machine: the settings portal and then GNOME's settings on Linux, the registry on Windows, the
 * defaults on macOS. {@code INNKEEPER_THEME=dark} or {@code light} in the environment comes before all of them.
 */
public final class DesktopLook implements SystemLook {
    private static final long PATIENCE_MILLIS = 1000;
    private static final int LONGEST_ANSWER = 4096;

    private static final List<String> PORTAL = List.of(
            "gdbus",
            "call",
            "--session",
            "--timeout=1",
            "--dest=org.freedesktop.portal.Desktop",
            "--object-path=/org/freedesktop/portal/desktop",
            "--method=org.freedesktop.portal.Settings.Read",
            "org.freedesktop.appearance",
            "color-scheme");
    private static final List<String> GNOME =
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    private static final List<String> GTK = List.of("gsettings", "get", "org.gnome.desktop.interface", "gtk-theme");
    private static final List<String> WINDOWS = List.of(
            "reg",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "AppsUseLightTheme");
    private static final List<String> MACOS = List.of("defaults", "read", "-g", "AppleInterfaceStyle");

    private final Map<String, String> environment;
    private final String system;
    private final Function<List<String>, Optional<String>> command;

    public DesktopLook() {
        this(System.getenv(), System.getProperty("os.name"), DesktopLook::ask);
    }

    /**
     * @param environment the environment variables
     * @param system the name of the operating system, as Java tells it
     * @param command runs a command and gives what it says, empty when it fails
     */
    DesktopLook(Map<String, String> environment, String system, Function<List<String>, Optional<String>> command) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.command = command;
    }

    @Override
    public Optional<Boolean> dark() {
        String wish = environment.getOrDefault("INNKEEPER_THEME", "").toLowerCase(Locale.ROOT);
        if (wish.equals("dark") || wish.equals("light")) {
            return Optional.of(wish.equals("dark"));
        }
        if (system.contains("windows")) {
            return command.apply(WINDOWS).map(answer -> answer.contains("0x0"));
        }
        if (system.contains("mac")) {
            return Optional.of(command.apply(MACOS)
                    .filter(answer -> answer.contains("dark"))
                    .isPresent());
        }
        return environment.containsKey("DBUS_SESSION_BUS_ADDRESS") ? linux() : Optional.empty();
    }

    private Optional<Boolean> linux() {
        return command.apply(PORTAL)
                .flatMap(DesktopLook::portal)
                .or(() -> command.apply(GNOME).flatMap(DesktopLook::gnome))
                .or(() -> command.apply(GTK).map(answer -> answer.contains("dark")));
    }

    /** The portal says 1 for dark, 2 for light, and 0 when it does not care. */
    private static Optional<Boolean> portal(String answer) {
        if (answer.contains("uint32 1")) {
            return Optional.of(true);
        }
        return answer.contains("uint32 2") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> gnome(String answer) {
        if (answer.contains("prefer-dark")) {
            return Optional.of(true);
        }
        return answer.contains("prefer-light") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<String> ask(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            try (InputStream answer = process.getInputStream()) {
                String text = new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
                return process.exitValue() == 0 ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
            }
        } catch (IOException e) {
            System.getLogger(DesktopLook.class.getName())
                    .log(System.Logger.Level.DEBUG, "the desktop cannot be asked: {0}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
