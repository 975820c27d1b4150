package org.innkeeper.driver.test.facet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.test.host.HostErrors;

/** A text console of a guest. What is typed is answered at once; a writer waits while much is unread. */
final class ConsoleStream implements ByteStream {
    private static final int MOST_UNREAD = 65_536;

    /** How often a wait looks whether the guest is still there. */
    private static final long LOOK = 50;

    private final Gate gate;
    private final EchoShell shell;
    private final BooleanSupplier guestRuns;
    private final Runnable onEnd;
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private boolean ended;

    /** @param onEnd told once when nobody uses the console any more */
    ConsoleStream(Gate gate, EchoShell shell, BooleanSupplier guestRuns, Runnable onEnd) {
        this.gate = gate;
        this.shell = shell;
        this.guestRuns = guestRuns;
        this.onEnd = onEnd;
        show(shell.greeting());
    }

    /** Whether somebody still has it open. */
    synchronized boolean isInUse() {
        return !ended && gate.isOpen();
    }

    private synchronized void show(String text) {
        unread.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        notifyAll();
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        while (unread.size() == 0) {
            Streams.requireOpen(gate, ended);
            if (!guestRuns.getAsBoolean()) {
                return -1;
            }
            await();
        }
        byte[] all = unread.toByteArray();
        int count = Math.min(length, all.length);
        System.arraycopy(all, 0, buffer, offset, count);
        unread.reset();
        unread.write(all, count, all.length - count);
        notifyAll();
        return count;
    }

    private void await() {
        try {
            wait(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }

    @Override
    public synchronized void write(byte[] buffer, int offset, int length) {
        while (unread.size() > MOST_UNREAD && guestRuns.getAsBoolean()) {
            Streams.requireOpen(gate, ended);
            await();
        }
        Streams.requireOpen(gate, ended);
        if (!guestRuns.getAsBoolean()) {
            throw HostErrors.of(ErrorCode.INVALID_STREAM, "The guest of this console does not run any more");
        }
        show(shell.type(buffer, offset, length));
    }

    @Override
    public long readHole() {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "A console has no holes");
    }

    @Override
    public void writeHole(long length) {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "A console has no holes");
    }

    @Override
    public void finish() {
        synchronized (this) {
            Streams.requireOpen(gate, ended);
        }
        abort();
    }

    @Override
    public void abort() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            notifyAll();
        }
        onEnd.run();
    }

    @Override
    public void close() {
        abort();
    }
}
