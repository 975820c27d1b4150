package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of the driver's state, held for this program until it is closed. */
public final class StateRoot implements AutoCloseable {
    private final Path directory;
    private final StateLock lock;

    private StateRoot(Path directory, StateLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Makes the directory where it is missing, and takes its lock.
     *
     * @param directory an absolute path
     * @throws org.innkeeper.core.error.InnkeeperException {@code WRITE_FAILED} where it is not writable,
     *     {@code RESOURCE_BUSY} where another program holds it
     */
    public static StateRoot open(Path directory) {
        try {
            StateFiles.makeDirectory(directory);
        } catch (IOException e) {
            throw StateErrors.notWritable(directory, e);
        }
        if (!Files.isWritable(directory)) {
            throw StateErrors.notWritable(directory, new IOException("permission denied"));
        }
        return new StateRoot(directory, StateLock.take(directory));
    }

    public Path directory() {
        return directory;
    }

    public DefinitionStore definitions() {
        return new DefinitionStore(directory.resolve("definitions"), directory.resolve("autostart"));
    }

    public RuntimeStore runtime() {
        return new RuntimeStore(directory.resolve("active"));
    }

    /** Where managed saves are. */
    public Path saves() {
        return directory.resolve("save");
    }

    /** Where core dumps of crashed guests are. */
    public Path dumps() {
        return directory.resolve("dump");
    }

    /** Where answers of emulators are kept. */
    public Path cache() {
        return directory.resolve("cache");
    }

    /** Lets go of the lock. Guests go on. */
    @Override
    public void close() {
        lock.close();
    }
}
