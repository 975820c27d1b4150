package org.innkeeper.driver.xen.console;

import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;

/** Both directions of a guest's console. It ends with the run of the guest. */
final class ConsoleStream implements ByteStream {
    private final PseudoTerminal terminal;
    private final Optional<ConsoleLock> lock;
    private final Runnable onClose;
    private boolean closed;

    /** @param onClose is run once */
    ConsoleStream(PseudoTerminal terminal, Optional<ConsoleLock> lock, Runnable onClose) {
        this.terminal = terminal;
        this.lock = lock;
        this.onClose = onClose;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return terminal.read(buffer, offset, length);
    }

    @Override
    public long readHole() {
        throw noHoles();
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        terminal.write(buffer, offset, length);
    }

    @Override
    public void writeHole(long length) {
        throw noHoles();
    }

    private static InnkeeperException noHoles() {
        return NativeFiles.problem(ErrorCode.OPERATION_UNSUPPORTED, "A console has no holes", "");
    }

    @Override
    public void finish() {
        close();
    }

    @Override
    public void abort() {
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        terminal.close();
        lock.ifPresent(ConsoleLock::close);
        onClose.run();
    }
}
