package org.innkeeper.driver.xen.console;

import java.nio.file.Path;
import java.util.Optional;

/** The lock that {@code xl console} holds while it shows a guest, so that two programs do not share the text. */
final class ConsoleLock implements AutoCloseable {
    private static final int O_RDWR = 0x2;
    private static final int O_CREAT = 0x40;
    private static final int O_CLOEXEC = 0x8_0000;
    private static final int ONLY_OWNER = 0600;
    private static final int LOCK_EXCLUSIVE_NOW = 2 | 4;

    private final int file;

    private ConsoleLock(int file) {
        this.file = file;
    }

    /** Whether there is a lock at all, and who has it. */
    enum Outcome {
        /** It is ours. */
        TAKEN,
        /** Another program has it. */
        BUSY,
        /** This machine has no place for it. */
        NONE
    }

    /**
     * A try to take it.
     *
     * @param lock the lock where it was taken
     */
    record Attempt(Outcome outcome, Optional<ConsoleLock> lock) {}

    /** @param file what xl locks: {@code /var/lock/xenconsole.ID} */
    static Attempt take(Path file) {
        TerminalLibrary library = NativeFiles.LIBRARY;
        int number = library.open(file.toString(), O_RDWR | O_CREAT | O_CLOEXEC, ONLY_OWNER);
        if (number < 0) {
            return new Attempt(Outcome.NONE, Optional.empty());
        }
        if (library.flock(number, LOCK_EXCLUSIVE_NOW) == 0) {
            return new Attempt(Outcome.TAKEN, Optional.of(new ConsoleLock(number)));
        }
        library.close(number);
        return new Attempt(Outcome.BUSY, Optional.empty());
    }

    @Override
    public void close() {
        NativeFiles.LIBRARY.close(file);
    }
}
