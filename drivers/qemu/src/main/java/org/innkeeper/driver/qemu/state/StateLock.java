package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;

/** Holds a state root for this program, for as long as it is open; the system lets go of it when the program dies. */
final class StateLock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StateLock.class.getName());

    /** Far behind the text, so that others can read who holds the lock where locks keep readers out. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int MAX_TEXT = 512;

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws InnkeeperException {@code RESOURCE_BUSY} naming the holder where another program has it
     */
    static StateLock take(Path root) {
        Path file = root.resolve("lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StateErrors.notWritable(file, e);
        }
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(root, read(channel));
            }
            ProcessHandle self = ProcessHandle.current();
            String text = self.pid() + " " + self.info().command().orElse("java") + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            return new StateLock(channel);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw held(root, ProcessHandle.current().pid() + " this program");
        } catch (IOException e) {
            closeQuietly(channel);
            throw StateErrors.notWritable(file, e);
        } catch (InnkeeperException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).trim();
    }

    private static InnkeeperException held(Path root, String holder) {
        String pid = holder.replaceFirst(" .*", "");
        String program = holder.contains(" ") ? holder.substring(holder.indexOf(' ') + 1) : "unknown";
        return new InnkeeperException(ErrorInfo.of(
                        ErrorCode.RESOURCE_BUSY,
                        ErrorOrigin.QEMU,
                        "the state directory " + root + " is in use by another program: process " + pid + " (" + program
                                + ")")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, root.toString()))
                .withDetail(root.toString())
                .withRemedy("Use that program, close it, or open qemu:///embed?root=DIR with another directory."));
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing the lock", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
