package org.innkeeper.driver.remote.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/**
 * Where to and how.
 *
 * @param host name, address, or an alias of the user's settings
 * @param port 0 for what the settings say, else 22
 * @param user null for what the settings say, else our own name
 * @param keyFile the only key to use, or null
 * @param knownHosts the file of known keys
 * @param unknownKeys what to do about a key that is not in it
 * @param methods authentication methods in order, as ssh names them; empty for the default
 * @param settingsDirectory the user's {@code .ssh}
 */
public record SshTarget(
        String host,
        int port,
        String user,
        Path keyFile,
        Path knownHosts,
        KnownHosts.Unknown unknownKeys,
        String methods,
        Path settingsDirectory) {
    /** What a URI says. */
    public static SshTarget of(ConnectUri uri) {
        Path directory = Path.of(System.getProperty("user.home"), ".ssh");
        return new SshTarget(
                uri.host() == null ? "localhost" : uri.host(),
                uri.port(),
                uri.user(),
                uri.parameter(RemoteParameter.KEYFILE).map(Path::of).orElse(null),
                uri.parameter(RemoteParameter.KNOWN_HOSTS).map(Path::of).orElse(directory.resolve("known_hosts")),
                unknownKeys(uri),
                methods(uri),
                directory);
    }

    /** Whether the user's settings give this host another name or port, or a way over another host. */
    public boolean isRedirectedBySettings() {
        SshSettings settings = SshSettings.read(settingsDirectory);
        return settings.value(host, "HostName") != null
                || settings.value(host, "Port") != null
                || settings.value(host, "ProxyJump") != null;
    }

    private static KnownHosts.Unknown unknownKeys(ConnectUri uri) {
        String verify = uri.parameter(RemoteParameter.KNOWN_HOSTS_VERIFY).orElse("normal");
        return switch (verify) {
            case "normal" -> uri.isSet(RemoteParameter.NO_VERIFY) ? KnownHosts.Unknown.ACCEPT : KnownHosts.Unknown.ASK;
            case "auto" -> KnownHosts.Unknown.ACCEPT;
            case "ignore" -> KnownHosts.Unknown.IGNORE;
            default -> throw mistake("known_hosts_verify", verify, "normal, auto or ignore");
        };
    }

    private static String methods(ConnectUri uri) {
        List<String> methods = new ArrayList<>();
        for (String word : uri.parameter(RemoteParameter.SSHAUTH).orElse("").split(",")) {
            switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "" -> {}
                case "agent", "privkey" -> addOnce(methods, "publickey");
                case "password" -> addOnce(methods, "password");
                case "keyboard-interactive" -> addOnce(methods, "keyboard-interactive");
                default -> throw mistake("sshauth", word, "agent, privkey, password and keyboard-interactive");
            }
        }
        return String.join(",", methods);
    }

    private static void addOnce(List<String> methods, String method) {
        if (!methods.contains(method)) {
            methods.add(method);
        }
    }

    private static InnkeeperException mistake(String parameter, String value, String allowed) {
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.INVALID_ARG, ErrorOrigin.REMOTE, parameter + "=" + value + " in the URI is not known")
                .withRemedy("Use " + allowed + "."));
    }

    /** A host to jump over, written {@code [user@]host[:port]}. */
    SshTarget jump(String text) {
        String rest = text.startsWith("ssh://") ? text.substring("ssh://".length()) : text;
        int at = rest.lastIndexOf('@');
        String jumpUser = at < 0 ? null : rest.substring(0, at);
        String place = rest.substring(at + 1);
        int colon = place.endsWith("]") ? -1 : place.lastIndexOf(':');
        boolean hasPort = colon > 0 && (place.startsWith("[") || place.indexOf(':') == colon);
        String jumpHost = (hasPort ? place.substring(0, colon) : place).replaceAll("^\\[|\\]$", "");
        int jumpPort = hasPort ? port(text, place.substring(colon + 1)) : 0;
        return new SshTarget(jumpHost, jumpPort, jumpUser, null, knownHosts, unknownKeys, methods, settingsDirectory);
    }

    private static int port(String jump, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw SshFailure.of(jump, "the port " + text + " of ProxyJump is no number", "Check ProxyJump.", e);
        }
    }
}
