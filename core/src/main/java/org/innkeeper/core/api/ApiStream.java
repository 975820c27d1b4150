package org.innkeeper.core.api;

import java.util.function.IntSupplier;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.spi.ByteStream;

/** A stream of a driver whose errors take the way of all errors of the connection. */
final class ApiStream implements ByteStream {
    private final ConnectionCore core;
    private final ByteStream stream;
    private final String function;
    private final ErrorSubject subject;

    ApiStream(ConnectionCore core, ByteStream stream, String function, ErrorSubject subject) {
        this.core = core;
        this.stream = stream;
        this.function = function;
        this.subject = subject;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return guarded(() -> stream.read(buffer, offset, length));
    }

    @Override
    public long readHole() {
        long[] length = new long[1];
        guarded(() -> length[0] = stream.readHole());
        return length[0];
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        guarded(() -> stream.write(buffer, offset, length));
    }

    @Override
    public void writeHole(long length) {
        guarded(() -> stream.writeHole(length));
    }

    @Override
    public void finish() {
        guarded(stream::finish);
    }

    @Override
    public void abort() {
        guarded(stream::abort);
    }

    @Override
    public void close() {
        guarded(stream::close);
    }

    private void guarded(Runnable action) {
        guarded(() -> {
            action.run();
            return 0;
        });
    }

    private int guarded(IntSupplier action) {
        try {
            return action.getAsInt();
        } catch (RuntimeException e) {
            throw core.failed(e, function, subject);
        }
    }
}
