package org.innkeeper.driver.remote.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;

/**
 * A host whose files take what is written to them slowly, so that the job that writes can be met. Guests have enough
 * memory in use for it; of those that run their firmware alone libvirt has all in its own buffers at once.
 */
final class SlowSaveFixture extends LinuxHostFixture {
    private static final int PIECE = 64 * 1024;
    private static final long PAUSE_NANOS = 50_000_000;

    SlowSaveFixture(LibvirtdPeer peer) {
        super(peer);
    }

    /** A pipe that is read at little more than a MiB a second. */
    @Override
    public String hostPath(String name) {
        Path pipe = file(name);
        try {
            if (new ProcessBuilder("mkfifo", pipe.toString())
                            .inheritIO()
                            .start()
                            .waitFor()
                    != 0) {
                throw new IOException("mkfifo failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread reader = new Thread(() -> readSlowly(pipe), "reader of " + name);
        reader.setDaemon(true);
        reader.start();
        return pipe.toString();
    }

    private static void readSlowly(Path pipe) {
        try (InputStream in = Files.newInputStream(pipe)) {
            // Not readNBytes, which asks for a position that a pipe does not have.
            byte[] piece = new byte[PIECE];
            while (in.read(piece) > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
