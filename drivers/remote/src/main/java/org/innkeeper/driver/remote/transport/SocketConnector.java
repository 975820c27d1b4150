package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.innkeeper.core.error.CallCancelledException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** Connects to a host by name: all its addresses are tried, those of IPv6 first. */
public final class SocketConnector {
    /** How long one address may take, unless the caller has less time. */
    private static final int ATTEMPT_MILLIS = 10_000;

    private SocketConnector() {}

    @FunctionalInterface
    private interface Attempt<S> {
        S connect(InetSocketAddress address) throws IOException;
    }

    /** Resolves the name, IPv6 addresses first. */
    public static List<InetAddress> resolve(String host) {
        try {
            return inOrder(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            throw new InnkeeperException(
                    ErrorInfo.of(
                                    ErrorCode.UNKNOWN_HOST,
                                    ErrorOrigin.RPC,
                                    "the name of the host " + host + " cannot be resolved")
                            .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host))
                            .withRemedy("Check the name, or use the address of the host."),
                    e);
        }
    }

    /** IPv6 first, else as they came. */
    static List<InetAddress> inOrder(List<InetAddress> addresses) {
        return addresses.stream()
                .sorted(Comparator.comparing(address -> address instanceof Inet6Address ? 0 : 1))
                .toList();
    }

    /** Connects to the first address that answers. Cancelling the call ends the attempt. */
    public static SocketChannel connect(CallContext context, String host, int port) {
        return connect(context, host, resolve(host), port);
    }

    static SocketChannel connect(CallContext context, String host, List<InetAddress> addresses, int port) {
        return first(context, host, addresses, port, address -> channel(context, address));
    }

    /** As {@link #connect}, for a library that wants a socket, which an interrupt does not close. */
    public static Socket connectSocket(CallContext context, String host, int port) {
        return first(context, host, resolve(host), port, address -> socket(context, address));
    }

    private static <S> S first(
            CallContext context, String host, List<InetAddress> addresses, int port, Attempt<S> attempt) {
        List<String> failures = new ArrayList<>();
        IOException last = null;
        for (InetAddress address : addresses) {
            context.check("Connecting to " + host);
            try {
                return attempt.connect(new InetSocketAddress(address, port));
            } catch (IOException e) {
                context.check("Connecting to " + host);
                failures.add(address.getHostAddress() + ": " + reason(e));
                last = e;
            }
        }
        throw new InnkeeperException(
                ErrorInfo.of(
                                ErrorCode.SYSTEM_ERROR,
                                ErrorOrigin.RPC,
                                "cannot connect to port " + port + " of " + host + " (" + String.join("; ", failures)
                                        + ")")
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.HOST, host))
                        .withRemedy(remedy(last)),
                last);
    }

    private static SocketChannel channel(CallContext context, InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            connect(context, channel.socket(), address);
            return channel;
        } catch (ClosedByInterruptException e) {
            throw CallCancelledException.cancelled("Connecting to " + address);
        }
    }

    private static Socket socket(CallContext context, InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        connect(context, socket, address);
        return socket;
    }

    private static void connect(CallContext context, Socket socket, InetSocketAddress address) throws IOException {
        Runnable forget = context.onCancel(() -> CloseQuietly.close(socket, address.toString()));
        try {
            long limit = Math.min(ATTEMPT_MILLIS, context.remainingNanos() / 1_000_000 + 1);
            socket.connect(address, (int) limit);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            CloseQuietly.close(socket, address.toString());
            throw e;
        } finally {
            forget.run();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "no answer";
        }
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        return e instanceof NoRouteToHostException ? "no route to the host" : e.getMessage();
    }

    private static String remedy(IOException last) {
        return last instanceof ConnectException
                ? "Check that the daemon listens on this port (libvirtd needs --listen, or its socket unit enabled)."
                : "Check that the host is up, and that no firewall is in the way.";
    }
}
