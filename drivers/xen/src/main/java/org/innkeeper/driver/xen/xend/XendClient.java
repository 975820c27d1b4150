package org.innkeeper.driver.xen.xend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.sexpr.Sexpr;
import org.innkeeper.driver.xen.sexpr.SexprReader;

/**
 * Asks a xend, one request per connection as xend has it. Safe for any thread. No wait is longer than the limit given,
 * and a call that is cancelled ends at once.
 */
public final class XendClient {
    private static final String REMEDY =
            "Is xend running, and may this user use its socket? In xend-config.sxp, (xend-unix-server yes) or"
                    + " (xend-http-server yes) lets it listen; restart xend after a change.";

    private static final String DOMAINS = "/xend/domain/";

    private final XendAddress address;
    private final Duration limit;

    /** @param limit the longest time for one request, connecting and answering together */
    public XendClient(XendAddress address, Duration limit) {
        this.address = Objects.requireNonNull(address, "address");
        this.limit = Objects.requireNonNull(limit, "limit");
    }

    /** Where it asks. */
    public XendAddress address() {
        return address;
    }

    /** The same xend, asked for something that takes longer. */
    public XendClient within(Duration longer) {
        return new XendClient(address, longer);
    }

    /**
     * Asks for what is at a path.
     *
     * @throws InnkeeperException {@code NO_CONNECT} where xend cannot be reached, {@code OPERATION_TIMEOUT},
     *     {@code HTTP_ERROR} where it does not speak HTTP
     */
    public XendReply get(CallContext context, String path) {
        return exchange(context, "GET " + path, "");
    }

    /**
     * Asks for the s-expression at a path; {@code NO_DOMAIN} where it is that of a domain xend does not know,
     * {@code GET_FAILED} where xend refuses, {@code SEXPR_SERIAL}.
     */
    public Sexpr getSexpr(CallContext context, String path) {
        XendReply reply = get(context, path);
        if (!reply.isSuccess()) {
            throw refusal(ErrorCode.GET_FAILED, path, reply, path);
        }
        return SexprReader.read(reply.body());
    }

    /**
     * Lets xend do something.
     *
     * @param form what it is told, by name; escaped here
     * @return the answer of a success
     * @throws InnkeeperException as {@link #get}, {@code NO_DOMAIN} where xend does not know the domain of the path, and
     *     {@code POST_FAILED} with xend's own words where it refuses
     */
    public XendReply post(CallContext context, String path, Map<String, String> form) {
        StringJoiner body = new StringJoiner("&");
        form.forEach((name, value) -> body.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        XendReply reply = exchange(context, "POST " + path, body.toString());
        if (!reply.isSuccess()) {
            throw refusal(ErrorCode.POST_FAILED, path, reply, form.get("op") + " for " + path);
        }
        return reply;
    }

    /** A domain that xend does not know is told by the status 404, from Xen 3.1 to 3.3 by 500 without a word. */
    private InnkeeperException refusal(ErrorCode code, String path, XendReply reply, String what) {
        boolean silent = reply.status() == 500 && reply.body().isBlank();
        boolean unknown = path.startsWith(DOMAINS) && (reply.status() == 404 || silent);
        return failure(unknown ? ErrorCode.NO_DOMAIN : code, "refuses " + what + explained(reply), null);
    }

    private static String explained(XendReply reply) {
        String problem = reply.problem();
        return problem.isEmpty() ? " (status " + reply.status() + ")" : ": " + problem;
    }

    private XendReply exchange(CallContext context, String request, String body) {
        context.check(request);
        long nanos = Math.min(context.remainingNanos(), limit.toNanos());
        CompletableFuture<Void> timer = new CompletableFuture<>();
        try (SocketChannel channel = address.open()) {
            // Closing the channel is what ends a wait: a unix socket knows no time limit.
            timer.completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS).thenRun(() -> close(channel));
            Runnable release = context.onCancel(() -> close(channel));
            try {
                return talk(channel, request, body);
            } finally {
                release.run();
            }
        } catch (NotReachedException e) {
            context.check(request);
            throw failure(
                    timer.isDone() ? ErrorCode.OPERATION_TIMEOUT : ErrorCode.NO_CONNECT,
                    "cannot be reached: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            context.check(request);
            if (timer.isDone()) {
                throw failure(ErrorCode.OPERATION_TIMEOUT, "did not answer within " + limit.toMillis() + " ms", e);
            }
            boolean answered = e.getMessage() != null && e.getMessage().startsWith("its answer");
            throw answered
                    ? failure(ErrorCode.HTTP_ERROR, "cannot be understood: " + e.getMessage(), e)
                    : failure(ErrorCode.HTTP_ERROR, "broke the connection off: " + e, e);
        } finally {
            timer.cancel(false);
        }
    }

    private XendReply talk(SocketChannel channel, String request, String body) throws IOException {
        try {
            channel.connect(address.resolve());
        } catch (IOException | UnresolvedAddressException e) {
            throw new NotReachedException(e);
        }
        byte[] content = body.getBytes(StandardCharsets.US_ASCII);
        String head = request + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/sxp\r\nConnection: close\r\n"
                + (content.length == 0
                        ? ""
                        : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + content.length
                                + "\r\n")
                + "\r\n";
        ByteBuffer message = ByteBuffer.wrap((head + body).getBytes(StandardCharsets.UTF_8));
        while (message.hasRemaining()) {
            channel.write(message);
        }
        return new HttpReplyReader(new BufferedInputStream(Channels.newInputStream(channel))).read();
    }

    /** Nobody was asked anything yet. */
    private static final class NotReachedException extends IOException {
        private static final long serialVersionUID = 1L;

        NotReachedException(Exception cause) {
            super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(XendClient.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "closing the connection to xend: " + e);
        }
    }

    private InnkeeperException failure(ErrorCode code, String what, Exception cause) {
        ErrorInfo info = ErrorInfo.of(code, ErrorOrigin.XEND, "xend at " + address + " " + what);
        if (code == ErrorCode.NO_CONNECT || code == ErrorCode.OPERATION_TIMEOUT) {
            info = info.withRemedy(REMEDY);
        }
        return new InnkeeperException(info.withDetail(address.toString()), cause);
    }
}
