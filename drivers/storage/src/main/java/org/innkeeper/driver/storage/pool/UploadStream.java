package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.driver.storage.image.StorageErrors;

/** Writes into a volume, from an offset on. */
final class UploadStream extends FileStream {
    private final Path file;

    UploadStream(Path file, FileChannel channel, long position, long length, Runnable whenDone) {
        super(file, channel, position, length, whenDone);
        this.file = file;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        checkRange(buffer, offset, length);
        requireRoom(length);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
        try {
            while (bytes.hasRemaining()) {
                advance(channel().write(bytes, position()));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireRoom(long length) {
        if (length > remaining()) {
            throw StorageErrors.volume(
                    ErrorCode.INVALID_ARG,
                    file.toString(),
                    "more was sent for " + file + " than was said",
                    "Give a larger length, or none.");
        }
    }

    @Override
    public void writeHole(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("length " + length);
        }
        requireRoom(length);
        try {
            zero(length);
            advance(length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    void complete() throws IOException {
        if (position() > channel().size()) {
            // The last thing sent was a hole: one byte makes the file as long as it must be.
            channel().write(ByteBuffer.allocate(1), position() - 1);
        }
        channel().force(true);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        throw wrongDirection();
    }

    @Override
    public long readHole() {
        throw wrongDirection();
    }
}
