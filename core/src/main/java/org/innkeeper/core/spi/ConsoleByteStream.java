package org.innkeeper.core.spi;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** Both directions of a text console: bytes without holes, and nothing to be finished, so that every end is the same. */
public abstract class ConsoleByteStream implements ByteStream {
    private final Runnable onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param onClose is run once, after the console was released */
    protected ConsoleByteStream(Runnable onClose) {
        this.onClose = Objects.requireNonNull(onClose, "onClose");
    }

    /** Whether it was closed from this side; reads and writes that fail since then are no errors of the console. */
    protected final boolean isClosed() {
        return closed.get();
    }

    /** Lets go of the console and ends reads and writes that wait; is called once, on the thread that closes. */
    protected abstract void release();

    @Override
    public final long readHole() {
        throw noHoles();
    }

    @Override
    public final void writeHole(long length) {
        throw noHoles();
    }

    private static InnkeeperException noHoles() {
        return new InnkeeperException(ErrorCode.OPERATION_UNSUPPORTED, ErrorOrigin.STREAMS, "A console has no holes");
    }

    @Override
    public final void finish() {
        close();
    }

    @Override
    public final void abort() {
        close();
    }

    @Override
    public final void close() {
        if (closed.compareAndSet(false, true)) {
            release();
            onClose.run();
        }
    }
}
