package org.innkeeper.app.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.innkeeper.core.uri.GenericUri;
import org.innkeeper.core.uri.UriParameter;

/**
 * A remote host as it was typed.
 *
 * @param session whether the daemon of the user is meant instead of that of the system
 * @param typed what is in the fields; those that the way does not take are left out of the URI
 */
record RemoteAddress(Hypervisor hypervisor, Reach reach, boolean session, Map<RemoteField, String> typed) {
    private static final int MAX_PORT = 65535;
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F.:]*:[0-9a-fA-F.:]*(%[^%/\\s]+)?");
    private static final Pattern NOT_IN_HOST = Pattern.compile("[\\s/?#@\\[\\]]");

    RemoteAddress {
        Objects.requireNonNull(hypervisor, "hypervisor");
        Objects.requireNonNull(reach, "reach");
        typed = Map.copyOf(typed);
    }

    /** What is typed in a field that counts; empty where it does not. */
    private String value(RemoteField field) {
        return reach.takes(field) ? typed.getOrDefault(field, "").strip() : "";
    }

    /** The host without the brackets that people put around IPv6 addresses. */
    String host() {
        String host = value(RemoteField.HOST);
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** The URI, escaped; what is typed wrong is left out. */
    String uri() {
        String host = host();
        boolean known = !host.isEmpty();
        List<UriParameter> parameters = new ArrayList<>();
        for (RemoteField field : RemoteField.values()) {
            if (field.parameter() != null && !value(field).isEmpty()) {
                parameters.add(new UriParameter(field.parameter().key(), value(field)));
            }
        }
        return new GenericUri(
                        hypervisor.scheme() + "+" + reach.transport(),
                        known ? user() : null,
                        known ? host : null,
                        known ? port() : 0,
                        hypervisor.path(session),
                        null,
                        null,
                        parameters)
                .format();
    }

    private String user() {
        String user = value(RemoteField.USER);
        return user.isEmpty() || mistake(RemoteField.USER).isPresent() ? null : user;
    }

    private int port() {
        String port = value(RemoteField.PORT);
        return port.isEmpty() || mistake(RemoteField.PORT).isPresent() ? 0 : Integer.parseInt(port);
    }

    /** The first field that is still needed. */
    Optional<RemoteField> missing() {
        for (RemoteField field : RemoteField.values()) {
            if (field.needed() && reach.takes(field) && value(field).isEmpty()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    boolean hasMistakes() {
        for (RemoteField field : RemoteField.values()) {
            if (mistake(field).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with what is typed in a field; nothing typed is no mistake. */
    Optional<RemoteMistake> mistake(RemoteField field) {
        String value = field == RemoteField.HOST ? host() : value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (field) {
                    case HOST -> hostMistake(value);
                    case USER -> value.indexOf(':') < 0 ? null : RemoteMistake.PASSWORD;
                    case PORT -> isPort(value) ? null : RemoteMistake.PORT;
                    case KEY, CERTIFICATES -> isWholePath(value) ? null : RemoteMistake.PATH;
                    // A socket is one of a Unix system, wherever this program runs.
                    case SOCKET -> value.startsWith("/") ? null : RemoteMistake.PATH;
                    case COMMAND -> null;
                });
    }

    private static RemoteMistake hostMistake(String host) {
        if (host.indexOf('@') >= 0) {
            return RemoteMistake.USER_IN_HOST;
        }
        if (NOT_IN_HOST.matcher(host).find()) {
            return RemoteMistake.HOST;
        }
        if (host.indexOf(':') < 0) {
            return host.indexOf('%') < 0 ? null : RemoteMistake.HOST;
        }
        if (host.indexOf(':') == host.lastIndexOf(':')) {
            return RemoteMistake.PORT_IN_HOST;
        }
        return IPV6.matcher(host).matches() ? null : RemoteMistake.HOST;
    }

    private static boolean isPort(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= MAX_PORT;
    }

    private static boolean isWholePath(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
