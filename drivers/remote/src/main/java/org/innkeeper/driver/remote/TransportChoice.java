package org.innkeeper.driver.remote;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/** The transports of the reference document. */
enum TransportChoice {
    TLS,
    UNIX,
    SSH,
    EXT,
    TCP;

    /** The transport of a URI: TLS where only a host is given, the socket of this machine where neither is. */
    static TransportChoice of(ConnectUri uri) {
        String name = uri.transport();
        if (name == null) {
            return uri.host() == null ? UNIX : TLS;
        }
        for (TransportChoice choice : values()) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(name)) {
                choice.check(uri);
                return choice;
            }
        }
        // Builds of libvirt differ in the library they use for ssh; to a user all of these are ssh.
        if (name.equals("libssh") || name.equals("libssh2")) {
            return SSH;
        }
        throw mistake(
                uri,
                "the transport " + name + " is not known",
                "Use one of "
                        + Arrays.stream(values())
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private void check(ConnectUri uri) {
        if (this == EXT && uri.parameter(RemoteParameter.COMMAND).isEmpty()) {
            throw mistake(
                    uri,
                    "the transport ext needs the program to run",
                    "Add it as command=, for example qemu+ext:///system?command=/usr/local/bin/to-host.");
        }
        if (this == UNIX && uri.host() != null) {
            throw mistake(
                    uri,
                    "the transport unix reaches this machine only, but the URI names the host " + uri.host(),
                    "Leave out the host, or use ssh.");
        }
    }

    private static InnkeeperException mistake(ConnectUri uri, String what, String remedy) {
        return new InnkeeperException(
                ErrorInfo.of(ErrorCode.INVALID_ARG, ErrorOrigin.REMOTE, "the URI " + uri + " cannot be used: " + what)
                        .withRemedy(remedy));
    }
}
