package org.innkeeper.driver.test.facet;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.VolumeContent;

/** Writes into a volume, which takes what comes at once. */
final class VolumeUpload implements ByteStream {
    private final VolumeContent content;
    private final long end;
    private final boolean sparse;
    private final Gate gate;
    private long position;
    private boolean ended;

    /** @param end where the room ends, bytes from the beginning of the volume */
    VolumeUpload(Gate gate, VolumeContent content, long position, long end, boolean sparse) {
        this.gate = gate;
        this.content = content;
        this.position = position;
        this.end = end;
        this.sparse = sparse;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "An upload cannot be read");
    }

    @Override
    public long readHole() {
        throw HostErrors.of(ErrorCode.INVALID_STREAM, "An upload cannot be read");
    }

    @Override
    public synchronized void write(byte[] buffer, int offset, int length) {
        requireRoom(length);
        content.write(position, buffer, offset, length);
        position += length;
    }

    private void requireRoom(long length) {
        Streams.requireOpen(gate, ended);
        if (length > end - position) {
            ended = true;
            throw HostErrors.of(
                    ErrorCode.OPERATION_FAILED, "More was written than there is room for", "Make the volume larger");
        }
    }

    @Override
    public synchronized void writeHole(long length) {
        if (!sparse) {
            throw HostErrors.of(ErrorCode.INVALID_STREAM, "Only a sparse stream can have holes");
        }
        requireRoom(length);
        position += length;
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
