package org.innkeeper.driver.remote.ssh;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.core.uri.RemoteParameter;

/** The command that connects its standard input and output with the socket of the daemon, for the far shell. */
public final class FarCommand {
    private enum Proxy {
        AUTO,
        NETCAT,
        NATIVE
    }

    private FarCommand() {}

    /**
     * The command for a URI: libvirt's helper where the far machine has it, else netcat; {@code proxy=} chooses one.
     *
     * @param socket the far socket to use with netcat
     */
    public static String of(ConnectUri uri, Path socket, boolean readOnly) {
        String helper = "virt-ssh-helper " + (readOnly ? "-r " : "") + ShellQuote.quote(helperName(uri));
        String netcat = netcat(uri.parameter(RemoteParameter.NETCAT).orElse("nc"), socket);
        String script =
                switch (proxy(uri)) {
                    case NATIVE -> helper;
                    case NETCAT -> netcat;
                    case AUTO ->
                        "if command -v virt-ssh-helper >/dev/null 2>&1; then " + helper + "; else " + netcat + "; fi";
                };
        return "sh -c " + ShellQuote.quote(script);
    }

    /**
     * The helper takes no empty name: what leaves the choice to the daemon has one for it. Which kind of daemon is meant
     * it takes from the name, without passing that on.
     */
    private static String helperName(ConnectUri uri) {
        String name = uri.nameForFarSide().isEmpty() ? "remote:///" : uri.nameForFarSide();
        return uri.parameter(RemoteParameter.MODE)
                .map(mode -> name + (name.contains("?") ? "&" : "?") + "mode=" + mode)
                .orElse(name);
    }

    /** A socket or a netcat in the URI is for netcat; the helper knows neither. */
    private static Proxy proxy(ConnectUri uri) {
        Optional<String> wanted = uri.parameter(RemoteParameter.PROXY);
        if (wanted.isPresent()) {
            try {
                return Proxy.valueOf(wanted.get().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new InnkeeperException(
                        ErrorInfo.of(
                                        ErrorCode.INVALID_ARG,
                                        ErrorOrigin.REMOTE,
                                        "proxy=" + wanted.get() + " in the URI is not known")
                                .withRemedy("Use proxy=auto, proxy=netcat or proxy=native."),
                        e);
            }
        }
        boolean forNetcat = uri.parameter(RemoteParameter.SOCKET).isPresent()
                || uri.parameter(RemoteParameter.NETCAT).isPresent();
        return forNetcat ? Proxy.NETCAT : Proxy.AUTO;
    }

    /** Some netcats end only when told to by -q, others do not know it. */
    private static String netcat(String program, Path socket) {
        String nc = ShellQuote.quote(program);
        return "if " + nc + " -q 2>&1 | grep 'requires an argument' >/dev/null 2>&1; then a=-q0; else a=; fi; " + nc
                + " $a -U " + ShellQuote.quote(socket.toString());
    }

    /** The arguments of an external ssh program, as {@code command=} asks for. */
    public static java.util.List<String> externalSsh(ConnectUri uri, String program, Path socket, boolean readOnly) {
        java.util.List<String> command = new java.util.ArrayList<>();
        command.add(program);
        if (uri.port() != 0) {
            command.add("-p");
            command.add(Integer.toString(uri.port()));
        }
        if (uri.user() != null) {
            command.add("-l");
            command.add(uri.user());
        }
        uri.parameter(RemoteParameter.KEYFILE).ifPresent(key -> {
            command.add("-i");
            command.add(key);
        });
        command.add("-T");
        command.add("-e");
        command.add("none");
        if (uri.isSet(RemoteParameter.NO_TTY)) {
            command.add("-o");
            command.add("BatchMode=yes");
        }
        if (uri.isSet(RemoteParameter.NO_VERIFY)) {
            command.add("-o");
            command.add("StrictHostKeyChecking=no");
        }
        command.add("--");
        command.add(uri.host() == null ? "localhost" : uri.host());
        command.add(of(uri, socket, readOnly));
        return command;
    }
}
