package org.innkeeper.driver.xen.console;

import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jnr.ffi.Pointer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;

/**
 * The near end of a pseudo terminal, as it is: what is typed is not shown again and nothing is translated. It never becomes
 * the controlling terminal of this program. Whoever waits in {@link #read} or {@link #write} is let go by {@link #close},
 * which therefore never waits for the other end. Safe for any thread.
 */
final class PseudoTerminal implements AutoCloseable {
    private static final int O_RDWR = 0x2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x8_0000;
    private static final int EVENT_FLAGS = O_CLOEXEC | O_NONBLOCK;

    private static final short POLLIN = 1;
    private static final short POLLOUT = 4;
    private static final int POLL_ENTRY = 8;
    private static final int POLL_EVENTS = 4;

    /** More than {@code struct termios} has on any machine. */
    private static final int SETTINGS_SIZE = 256;

    private static final int TCSANOW = 0;
    private static final int CHUNK = 4096;

    private final TerminalLibrary library = NativeFiles.LIBRARY;
    private final Path path;
    private final int terminal;
    /** Readable from the moment of closing on, so that it ends every wait. */
    private final int closing;
    /** Keeps the files open while they are used: their numbers may be others' afterwards. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private volatile boolean closed;

    private PseudoTerminal(Path path, int terminal, int closing) {
        this.path = path;
        this.terminal = terminal;
        this.closing = closing;
    }

    /**
     * Opens a terminal of this machine.
     *
     * @throws InnkeeperException {@code ACCESS_DENIED}, {@code DEVICE_MISSING}, {@code OPERATION_UNSUPPORTED} for what is no
     *     terminal, {@code OPEN_FAILED}
     */
    static PseudoTerminal open(Path path) {
        TerminalLibrary library = NativeFiles.LIBRARY;
        int terminal = library.open(path.toString(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC, 0);
        if (terminal < 0) {
            throw NativeFiles.cannotOpen(path);
        }
        Pointer settings = NativeFiles.allocate(SETTINGS_SIZE);
        if (library.tcgetattr(terminal, settings) < 0) {
            InnkeeperException problem = NativeFiles.cannotOpen(path);
            library.close(terminal);
            throw problem;
        }
        library.cfmakeraw(settings);
        int closing = library.tcsetattr(terminal, TCSANOW, settings) < 0 ? -1 : library.eventfd(0, EVENT_FLAGS);
        if (closing < 0) {
            InnkeeperException problem = NativeFiles.cannotOpen(path);
            library.close(terminal);
            throw problem;
        }
        return new PseudoTerminal(path, terminal, closing);
    }

    Path path() {
        return path;
    }

    /**
     * Reads what is there, waiting for at least one byte.
     *
     * @return how many bytes; -1 when the guest is gone or this is closed
     */
    int read(byte[] target, int offset, int length) {
        Pointer buffer = NativeFiles.allocate(CHUNK);
        use.readLock().lock();
        try {
            while (awaits(POLLIN)) {
                long count = library.read(terminal, buffer, Math.min(CHUNK, length));
                if (count > 0) {
                    buffer.get(0, target, offset, (int) count);
                    return (int) count;
                }
                if (count == 0 || isGone(ErrorCode.READ_FAILED)) {
                    return -1;
                }
            }
            return -1;
        } finally {
            use.readLock().unlock();
        }
    }

    /** Writes all the bytes, waiting for room. */
    void write(byte[] source, int offset, int length) {
        Pointer buffer = NativeFiles.allocate(CHUNK);
        int done = 0;
        use.readLock().lock();
        try {
            while (done < length && awaits(POLLOUT)) {
                int next = Math.min(CHUNK, length - done);
                buffer.put(0, source, offset + done, next);
                long count = library.write(terminal, buffer, next);
                if (count < 0 && isGone(ErrorCode.WRITE_FAILED)) {
                    throw NativeFiles.problem(
                            ErrorCode.OPERATION_INVALID,
                            "Nobody is at the other end of the console " + path + " any more",
                            "Open the console again when the guest runs.");
                }
                done += (int) Math.max(0, count);
            }
        } finally {
            use.readLock().unlock();
        }
        if (done < length) {
            throw NativeFiles.problem(ErrorCode.INVALID_STREAM, "The console " + path + " was closed", "");
        }
    }

    /** Waits until something can be done; false where this was closed. */
    private boolean awaits(short event) {
        Pointer files = NativeFiles.allocate(2 * POLL_ENTRY);
        files.putInt(0, terminal);
        files.putShort(POLL_EVENTS, event);
        files.putInt(POLL_ENTRY, closing);
        files.putShort(POLL_ENTRY + POLL_EVENTS, POLLIN);
        while (!closed) {
            if (library.poll(files, 2, -1) > 0) {
                return !closed;
            }
        }
        return false;
    }

    /** What the last error means: true where the other end is gone, false where it is to be tried again. */
    private boolean isGone(ErrorCode code) {
        int error = NativeFiles.error();
        if (error == NativeFiles.EAGAIN || error == NativeFiles.EINTR) {
            return false;
        }
        if (error == NativeFiles.EIO) {
            return true;
        }
        throw NativeFiles.problem(code, "The console " + path + " failed: error " + error, "");
    }

    @Override
    public void close() {
        synchronized (use) {
            if (closed) {
                return;
            }
            closed = true;
        }
        Pointer one = NativeFiles.allocate(Long.BYTES);
        one.putLong(0, 1);
        library.write(closing, one, Long.BYTES);
        use.writeLock().lock();
        try {
            library.close(terminal);
            library.close(closing);
        } finally {
            use.writeLock().unlock();
        }
    }
}
