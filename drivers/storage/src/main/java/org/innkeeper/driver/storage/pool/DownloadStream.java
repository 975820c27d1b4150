package org.innkeeper.driver.storage.pool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Reads a volume. In a sparse stream, long runs of zeros are holes. */
final class DownloadStream extends FileStream {
    private static final int BLOCK = 1 << 16;

    private final boolean sparse;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long hole;

    DownloadStream(Path file, FileChannel channel, long position, long length, boolean sparse, Runnable whenDone) {
        super(file, channel, position, length, whenDone);
        this.sparse = sparse;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        checkRange(buffer, offset, length);
        if (hole > 0) {
            return HOLE;
        }
        try {
            if (!block.hasRemaining() && !fill()) {
                return -1;
            }
            if (sparse && isZero()) {
                measureHole();
                return HOLE;
            }
        } catch (IOException e) {
            throw failed(e);
        }
        int count = Math.min(length, block.remaining());
        block.get(buffer, offset, count);
        return count;
    }

    /** Reads the next block; false at the end. */
    private boolean fill() throws IOException {
        block.clear().limit((int) Math.min(BLOCK, remaining()));
        while (block.hasRemaining()) {
            int count = channel().read(block, position());
            if (count < 0) {
                break;
            }
            advance(count);
        }
        block.flip();
        return block.hasRemaining();
    }

    private boolean isZero() {
        for (int i = block.position(); i < block.limit(); i++) {
            if (block.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private void measureHole() throws IOException {
        do {
            hole += block.remaining();
            block.position(block.limit());
        } while (fill() && isZero());
    }

    @Override
    public long readHole() {
        long length = hole;
        hole = 0;
        return length;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        throw wrongDirection();
    }

    @Override
    public void writeHole(long length) {
        throw wrongDirection();
    }

    @Override
    void complete() {
        // Nothing was written.
    }
}
