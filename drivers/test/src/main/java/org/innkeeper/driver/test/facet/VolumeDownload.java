package org.innkeeper.driver.test.facet;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.VolumeContent;

/** Reads a volume. */
final class VolumeDownload implements ByteStream {
    private final Gate gate;
    private final VolumeContent content;
    private final long end;
    private final boolean sparse;
    private long position;
    private boolean ended;

    VolumeDownload(Gate gate, VolumeContent content, long position, long end, boolean sparse) {
        this.gate = gate;
        this.content = content;
        this.position = position;
        this.end = end;
        this.sparse = sparse;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        Streams.requireOpen(gate, ended);
        if (position >= end) {
            return -1;
        }
        if (sparse && !content.isData(position)) {
            return HOLE;
        }
        long limit = sparse ? content.nextChange(position, end) : end;
        int count = (int) Math.min(length, limit - position);
        content.read(position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public synchronized long readHole() {
        Streams.requireOpen(gate, ended);
        if (!sparse || position >= end || content.isData(position)) {
            throw HostErrors.of(ErrorCode.INVALID_STREAM, "There is no hole here");
        }
        long next = content.nextChange(position, end);
        long length = next - position;
        position = next;
        return length;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "A download cannot be written");
    }

    @Override
    public void writeHole(long length) {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "A download cannot be written");
    }

    @Override
    public synchronized void finish() {
        Streams.requireOpen(gate, ended);
        ended = true;
    }

    @Override
    public synchronized void abort() {
        ended = true;
    }

    @Override
    public void close() {
        abort();
    }
}
