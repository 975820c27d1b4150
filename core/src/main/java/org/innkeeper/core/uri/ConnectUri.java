package org.innkeeper.core.uri;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.innkeeper.core.error.InnkeeperException;

/**
 * What to connect to: {@code driver[+transport]://[user@][host][:port]/[path][?parameters]}, or one of the forms of before
 * 2007, which all mean Xen. Immutable; two are equal when they were written the same way.
 */
public final class ConnectUri {
    /** The ways to write it. */
    public enum Form {
        /** A URI with a driver as its scheme. */
        STANDARD,
        /** The word {@code xen}: the Xen hypervisor of this machine. */
        XEN_NAME,
        /** The path of xend's Unix domain socket, {@code /path} or {@code ///path}. */
        XEN_SOCKET,
        /** xend's HTTP server, {@code http://host[:port]/}. */
        XEN_HTTP
    }

    static final String XEN = "xen";

    private final String text;
    private final Form form;
    private final GenericUri parts;

    ConnectUri(String text, Form form, GenericUri parts) {
        this.text = text;
        this.form = form;
        this.parts = parts;
    }

    /**
     * Reads a URI that is there; {@link UriResolver} knows what an empty one and an alias mean.
     *
     * @throws org.innkeeper.core.error.InnkeeperException {@code INVALID_ARG}, origin {@code URI}: what is wrong, and where
     */
    public static ConnectUri parse(String text) {
        return ConnectUriForms.read(Objects.requireNonNull(text, "text"));
    }

    /** The URI made from these parts. */
    public static ConnectUri of(GenericUri parts) {
        return parse(parts.format());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public Form form() {
        return form;
    }

    /** The driver in lower case, such as {@code qemu}; {@code xen} for the old forms. */
    public String driver() {
        return form == Form.STANDARD ? parts.driver().toLowerCase(Locale.ROOT) : XEN;
    }

    /** The transport in lower case, such as {@code ssh}, or null where none is given. */
    public String transport() {
        String transport = form == Form.STANDARD ? parts.transport() : null;
        return transport == null ? null : transport.toLowerCase(Locale.ROOT);
    }

    /** The user to log in as, or null. */
    public String user() {
        return parts.user();
    }

    /** Host name or address, an IPv6 one without brackets, or null where none is given. */
    public String host() {
        return parts.server();
    }

    /** 1 to 65535, or 0 where none is given. */
    public int port() {
        return parts.port();
    }

    /** The decoded path, beginning with a slash; empty where there is none. */
    public String path() {
        return parts.path() == null ? "" : parts.path();
    }

    /** All parameters in order, decoded; a name may come several times. */
    public List<UriParameter> parameters() {
        return parts.parameters();
    }

    /** The decoded value of the first parameter of that name. */
    public Optional<String> parameter(String name) {
        return parameters().stream()
                .filter(p -> p.name().equals(name))
                .map(UriParameter::value)
                .findFirst();
    }

    /** The decoded value of the last parameter of that name: of several, libvirt takes the last. */
    public Optional<String> parameter(RemoteParameter parameter) {
        return parameters().stream()
                .filter(p -> p.name().equals(parameter.key()))
                .map(UriParameter::value)
                .reduce((first, second) -> second);
    }

    /**
     * Whether a parameter such as {@code no_verify} is set to another number than 0.
     *
     * @throws org.innkeeper.core.error.InnkeeperException {@code INVALID_ARG} where its value is no number
     */
    public boolean isSet(RemoteParameter parameter) {
        Optional<String> value = parameter(parameter);
        if (value.isEmpty()) {
            return false;
        }
        try {
            return Integer.parseInt(value.get()) != 0;
        } catch (NumberFormatException e) {
            throw mistake(parameter.key(), "parameter " + parameter.key() + " is 0 or 1, not '" + value.get() + "'");
        }
    }

    /**
     * The directory that a parameter such as {@code root} names.
     *
     * @throws org.innkeeper.core.error.InnkeeperException {@code INVALID_ARG} where its value is no absolute path
     */
    public Optional<Path> directory(String name) {
        return parameter(name).map(value -> {
            try {
                Path directory = Path.of(value);
                if (directory.isAbsolute()) {
                    return directory.normalize();
                }
            } catch (InvalidPathException e) {
                throw noDirectory(name, name + " '" + value + "' is no path: " + e.getReason());
            }
            throw noDirectory(name, name + " '" + value + "' is not an absolute directory");
        });
    }

    private InnkeeperException noDirectory(String parameter, String problem) {
        return new InnkeeperException(mistake(parameter, problem)
                .info()
                .withRemedy("Give a directory from the root on, such as /srv/guests"));
    }

    private InnkeeperException mistake(String parameter, String problem) {
        return UriSyntax.mistake(text, Math.max(0, text.indexOf(parameter + "=")), problem);
    }

    /** Whether it names another host or a transport, and so is not for a driver of this machine. */
    public boolean isRemote() {
        return form == Form.STANDARD && (parts.server() != null || parts.transport() != null);
    }

    /**
     * What a far side is asked to open: {@link RemoteParameter#NAME} where it is given, nothing for the driver
     * {@code remote}, which leaves the choice to the far side, else this URI without transport, user, host, port and the
     * parameters that are for us.
     */
    public String nameForFarSide() {
        Optional<String> name = parameter(RemoteParameter.NAME);
        if (name.isPresent()) {
            return name.get();
        }
        if (driver().equals("remote")) {
            return "";
        }
        List<UriParameter> passedOn = parameters().stream()
                .filter(p -> !RemoteParameter.isKey(p.name()))
                .toList();
        return new GenericUri(driver(), null, null, 0, parts.path(), null, parts.fragment(), passedOn).format();
    }

    /** The parts, as any URI has them. */
    public GenericUri parts() {
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectUri uri && uri.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
