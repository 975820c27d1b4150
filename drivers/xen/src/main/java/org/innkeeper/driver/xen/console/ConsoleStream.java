package org.innkeeper.driver.xen.console;

import java.util.Optional;
import org.innkeeper.core.spi.ConsoleByteStream;

/** Both directions of a guest's console. It ends with the run of the guest. */
final class ConsoleStream extends ConsoleByteStream {
    private final PseudoTerminal terminal;
    private final Optional<ConsoleLock> lock;

    /** @param onClose is run once */
    ConsoleStream(PseudoTerminal terminal, Optional<ConsoleLock> lock, Runnable onClose) {
        super(onClose);
        this.terminal = terminal;
        this.lock = lock;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return terminal.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        terminal.write(buffer, offset, length);
    }

    @Override
    protected void release() {
        terminal.close();
        lock.ifPresent(ConsoleLock::close);
    }
}
