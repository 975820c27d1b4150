package org.innkeeper.driver.xen.xenstore;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** A client of a xenstore. Safe for any thread; calls of several threads do not wait for one another. */
public final class Xenstore extends StoreView implements AutoCloseable {
    /** How often a transaction that met another one is tried. */
    static final int TRANSACTION_TRIES = 30;

    private final StoreAddress address;
    private final StoreConnection connection;
    private final WatchDispatcher dispatcher;
    private final AtomicLong lastToken = new AtomicLong();

    private Xenstore(
            StoreAddress address, StoreConnection connection, WatchDispatcher dispatcher, StoreRequests requests) {
        super(requests, 0);
        this.address = address;
        this.connection = connection;
        this.dispatcher = dispatcher;
    }

    /**
     * Connects.
     *
     * @param limit the longest wait for one reply
     * @param ended runs once, on a thread of the connection, when it has ended for whatever reason
     * @throws InnkeeperException {@code NO_XENSTORE}
     */
    public static Xenstore open(StoreAddress address, Duration limit, Runnable ended) {
        WatchDispatcher dispatcher = new WatchDispatcher();
        StoreConnection connection = StoreConnection.open(address, dispatcher::accept, () -> {
            dispatcher.close();
            ended.run();
        });
        return new Xenstore(address, connection, dispatcher, new StoreRequests(connection, limit));
    }

    public StoreAddress address() {
        return address;
    }

    public boolean isOpen() {
        return connection.isOpen();
    }

    /** How many requests were sent since it was opened. */
    public long requestCount() {
        return requests().count();
    }

    /** The path of a domain: {@code /local/domain/7}. */
    public String domainPath(CallContext context, int id) {
        return Payload.text(ask(context, MessageType.GET_DOMAIN_PATH, Integer.toString(id)));
    }

    /** Whether the store speaks with the domain. */
    public boolean isIntroduced(CallContext context, int id) {
        return "T".equals(Payload.text(ask(context, MessageType.IS_DOMAIN_INTRODUCED, Integer.toString(id))));
    }

    /**
     * Tells the store of a new domain, as who builds domains does.
     *
     * @param frame the page through which it speaks with the store
     * @param port the event channel that goes with it
     */
    public void introduce(CallContext context, int id, long frame, int port) {
        send(
                context,
                MessageType.INTRODUCE,
                "domain " + id,
                Payload.of(Integer.toString(id), Long.toString(frame), Integer.toString(port)));
    }

    /** Tells the store that a domain is gone. */
    public void release(CallContext context, int id) {
        ask(context, MessageType.RELEASE, Integer.toString(id));
    }

    /**
     * Does several things as one. Where someone else changed at the same time what was read, nothing happens and it is done
     * again, so the work must be able to run more than once.
     *
     * @return what the work returned the time that counted
     * @throws InnkeeperException {@code RESOURCE_BUSY} after {@value #TRANSACTION_TRIES} tries; what the work throws, with
     *     nothing changed
     */
    public <T> T transaction(CallContext context, Function<StoreTransaction, T> work) {
        for (int attempt = 1; ; attempt++) {
            StoreTransaction transaction = new StoreTransaction(requests(), begin(context));
            T result;
            try {
                result = work.apply(transaction);
            } catch (RuntimeException e) {
                abort(transaction);
                throw e;
            }
            if (commit(context, transaction)) {
                return result;
            }
            if (attempt == TRANSACTION_TRIES) {
                throw new InnkeeperException(ErrorInfo.of(
                                ErrorCode.RESOURCE_BUSY,
                                ErrorOrigin.XENSTORE,
                                "A transaction of the xenstore met another one " + attempt + " times")
                        .withRemedy("Something else changes the same values all the time; try again later."));
            }
            // A random while, so that two that met do not meet again.
            LockSupport.parkNanos(
                    TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(100L * attempt)));
        }
    }

    private int begin(CallContext context) {
        CompletableFuture<byte[]> reply =
                requests().send(MessageType.TRANSACTION_START, 0, "a transaction", Payload.EMPTY);
        byte[] payload;
        try {
            payload = requests().await(context, reply);
        } catch (RuntimeException e) {
            // It may begin after the wait for it was given up.
            reply.thenAccept(late -> abort(new StoreTransaction(requests(), number(late))));
            throw e;
        }
        return number(payload);
    }

    private static int number(byte[] payload) {
        String number = Payload.text(payload);
        try {
            return Integer.parseUnsignedInt(number);
        } catch (NumberFormatException e) {
            throw new InnkeeperException(
                    ErrorCode.INTERNAL_ERROR,
                    ErrorOrigin.XENSTORE,
                    "The xenstore gave a transaction the number '" + number + "'",
                    e);
        }
    }

    /** False where it met another one. */
    private static boolean commit(CallContext context, StoreTransaction transaction) {
        try {
            transaction.send(context, MessageType.TRANSACTION_END, "a transaction", Payload.of("T"));
            return true;
        } catch (StoreException e) {
            if (e.error() == StoreError.EAGAIN) {
                return false;
            }
            throw e;
        }
    }

    /** Not waited for: the daemon does it even where the caller was cancelled. */
    private void abort(StoreTransaction transaction) {
        requests().send(MessageType.TRANSACTION_END, transaction.transaction(), "a transaction", Payload.of("F"));
    }

    /**
     * Watches a path and all below it, or a special name such as {@code @introduceDomain}. The first event comes at once and
     * tells of nothing but that the watch is there.
     *
     * @return ends the watch
     */
    public StoreWatch watch(CallContext context, String path, StoreWatch.Listener listener) {
        String token = "w" + lastToken.incrementAndGet();
        dispatcher.add(token, path, listener);
        try {
            send(context, MessageType.WATCH, path, Payload.of(checked(path), token));
        } catch (RuntimeException e) {
            dispatcher.remove(token);
            throw e;
        }
        return () -> {
            dispatcher.remove(token);
            requests().send(MessageType.UNWATCH, 0, path, Payload.of(path, token));
        };
    }

    @Override
    public void close() {
        connection.close();
    }
}
