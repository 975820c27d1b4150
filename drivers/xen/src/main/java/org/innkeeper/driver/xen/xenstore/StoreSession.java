package org.innkeeper.driver.xen.xenstore;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** The one connection of a part: made when it is first needed, and again after it has ended. */
final class StoreSession implements AutoCloseable {
    /** The longest wait for one reply. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Supplier<Optional<StoreAddress>> addresses;
    private Xenstore store;
    private boolean closed;

    StoreSession(Supplier<Optional<StoreAddress>> addresses) {
        this.addresses = addresses;
    }

    /** @throws InnkeeperException {@code NO_CONNECT} */
    synchronized Xenstore store() {
        if (closed) {
            throw unreachable("The connection to the xenstore was closed", null);
        }
        if (store == null || !store.isOpen()) {
            StoreAddress address =
                    addresses.get().orElseThrow(() -> unreachable("There is no xenstore that this user may use", null));
            store = connect(address, () -> {});
        }
        return store;
    }

    /** A connection of its own, which is not closed with this one: for watches, whose events must not delay calls. */
    Xenstore another(Runnable ended) {
        return connect(
                addresses.get().orElseThrow(() -> unreachable("There is no xenstore that this user may use", null)),
                ended);
    }

    private static Xenstore connect(StoreAddress address, Runnable ended) {
        try {
            return Xenstore.open(address, LIMIT, ended);
        } catch (InnkeeperException e) {
            throw unreachable(e.getMessage(), e);
        }
    }

    private static InnkeeperException unreachable(String message, InnkeeperException cause) {
        return new InnkeeperException(ErrorInfo.of(ErrorCode.NO_CONNECT, ErrorOrigin.XENSTORE, message), cause);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (store != null) {
            store.close();
        }
    }
}
