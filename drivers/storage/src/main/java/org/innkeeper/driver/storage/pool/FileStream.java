package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.storage.image.StorageErrors;

/** What both directions of moving bytes of a volume share. */
abstract class FileStream implements ByteStream {
    private final Path file;
    private final FileChannel channel;
    private final Runnable whenDone;
    private long position;
    private long remaining;
    private boolean ended;

    FileStream(Path file, FileChannel channel, long position, long remaining, Runnable whenDone) {
        this.file = file;
        this.channel = channel;
        this.position = position;
        this.remaining = remaining;
        this.whenDone = whenDone;
    }

    final FileChannel channel() {
        return channel;
    }

    final long position() {
        return position;
    }

    final long remaining() {
        return remaining;
    }

    final void advance(long bytes) {
        position += bytes;
        remaining -= bytes;
    }

    static void checkRange(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < 0 || length > buffer.length - offset) {
            throw new IndexOutOfBoundsException("offset " + offset + ", length " + length);
        }
    }

    final InnkeeperException failed(IOException cause) {
        if (cause instanceof ClosedChannelException) {
            return StorageErrors.volume(
                    ErrorCode.OPERATION_ABORTED, file.toString(), "the transfer of " + file + " was given up", null);
        }
        return StorageErrors.file(file, "transferring", cause);
    }

    final InnkeeperException wrongDirection() {
        return StorageErrors.volume(
                ErrorCode.OPERATION_INVALID,
                file.toString(),
                "this stream goes the other way",
                "Read from downloads, write to uploads.");
    }

    /** Writes a run of zeros where that much is there already, and nothing beyond the end. */
    final void zero(long length) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
        long end = Math.min(position + length, channel.size());
        for (long at = position; at < end; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), end - at));
            at += channel.write(zeros, at);
        }
    }

    @Override
    public final void finish() {
        end(true);
    }

    @Override
    public final void abort() {
        end(false);
    }

    @Override
    public final void close() {
        end(false);
    }

    private synchronized void end(boolean whole) {
        if (ended) {
            return;
        }
        ended = true;
        try (channel) {
            if (whole) {
                complete();
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            whenDone.run();
        }
    }

    /** Brings what was written to the disk. */
    abstract void complete() throws IOException;
}
