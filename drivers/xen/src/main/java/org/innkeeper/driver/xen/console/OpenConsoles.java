package org.innkeeper.driver.xen.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;

/** The consoles that a connection has open. Two readers would share the text, so each console has one in this program. */
public final class OpenConsoles implements AutoCloseable {
    /** Paths come from the xenstore, so nothing but a pseudo terminal is opened. */
    private static final Pattern TERMINAL = Pattern.compile("/dev/pts/\\d{1,9}");

    /** Of all connections; guarded by itself. */
    private static final Map<Path, ConsoleStream> OPEN = new HashMap<>();

    private final Set<ConsoleStream> mine = new HashSet<>();

    /** Whether others who have the console matter. */
    public enum Sharing {
        /** Only if nobody is known to have it. */
        ALONE,
        /** Only if nobody can have it: refused where other programs cannot be kept away. */
        CERTAINLY_ALONE,
        /** Who has it in this program is thrown out; other programs share the text. */
        FORCED
    }

    /**
     * Opens a console.
     *
     * @param what the console for messages, such as {@code the console of domain 'web'}
     * @param tty its pseudo terminal
     * @param lock the file that Xen's tools lock meanwhile, empty for a console that they do not open by themselves
     */
    public ByteStream open(String what, String tty, Optional<Path> lock, Sharing sharing) {
        if (!TERMINAL.matcher(tty).matches()) {
            throw NativeFiles.problem(
                    ErrorCode.OPERATION_UNSUPPORTED, what + " is '" + tty + "', which is no pseudo terminal", "");
        }
        Path path = Path.of(tty);
        ConsoleStream other;
        synchronized (OPEN) {
            other = OPEN.get(path);
        }
        if (other != null && sharing != Sharing.FORCED) {
            throw busy(what, "in this program");
        }
        if (other != null) {
            other.close();
        }
        return open(what, path, lock, sharing);
    }

    private ByteStream open(String what, Path path, Optional<Path> lockFile, Sharing sharing) {
        synchronized (OPEN) {
            if (OPEN.containsKey(path)) {
                throw busy(what, "in this program");
            }
            Optional<ConsoleLock> lock = lock(what, lockFile, sharing);
            try {
                ConsoleStream[] self = new ConsoleStream[1];
                self[0] = new ConsoleStream(PseudoTerminal.open(path), lock, () -> forget(path, self[0]));
                OPEN.put(path, self[0]);
                mine.add(self[0]);
                return self[0];
            } catch (InnkeeperException e) {
                lock.ifPresent(ConsoleLock::close);
                throw e;
            }
        }
    }

    private static Optional<ConsoleLock> lock(String what, Optional<Path> file, Sharing sharing) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ConsoleLock.Attempt attempt = ConsoleLock.take(file.get());
        if (attempt.outcome() == ConsoleLock.Outcome.BUSY && sharing != Sharing.FORCED) {
            throw busy(what, "in another program, such as xl console");
        }
        if (attempt.outcome() == ConsoleLock.Outcome.NONE && sharing == Sharing.CERTAINLY_ALONE) {
            throw NativeFiles.problem(
                    ErrorCode.OPERATION_UNSUPPORTED,
                    "Other programs cannot be kept away from " + what + ": " + file.get() + " cannot be locked",
                    "Open it without that demand.");
        }
        return attempt.lock();
    }

    private static InnkeeperException busy(String what, String where) {
        return NativeFiles.problem(
                ErrorCode.RESOURCE_BUSY, what + " is open " + where, "Close the other one, or open this one by force.");
    }

    private void forget(Path path, ConsoleStream stream) {
        synchronized (OPEN) {
            OPEN.remove(path, stream);
            mine.remove(stream);
        }
    }

    /** Closes all streams of this connection. */
    @Override
    public void close() {
        Set<ConsoleStream> left;
        synchronized (OPEN) {
            left = Set.copyOf(mine);
        }
        left.forEach(ConsoleStream::close);
    }
}
