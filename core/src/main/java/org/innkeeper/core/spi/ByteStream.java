package org.innkeeper.core.spi;

/**
 * A stream of bytes between the caller and a host: libvirt's {@code virStream}. One thread may read while another one
 * writes. Buffers are bounded: a writer waits for the other end.
 */
public interface ByteStream extends AutoCloseable {
    /**
     * Reads up to {@code length} bytes, waiting for at least one.
     *
     * @return how many were read; -1 at the end; {@link #HOLE} where a hole of a sparse stream comes next
     */
    int read(byte[] buffer, int offset, int length);

    /** Returned by {@link #read} before a hole; {@link #readHole()} tells its length. */
    int HOLE = -2;

    /** Takes a hole from a sparse stream and tells its length, bytes. */
    long readHole();

    /** Writes all the bytes, waiting for room. */
    void write(byte[] buffer, int offset, int length);

    /** Writes a hole of that many bytes into a sparse stream. */
    void writeHole(long length);

    /** Says that nothing more will be written, and waits until the other end has taken all: {@code virStreamFinish}. */
    void finish();

    /** Gives up: {@code virStreamAbort}. Ends reads and writes that wait. */
    void abort();

    /** Aborts unless it was finished. Calling it again does nothing. */
    @Override
    void close();
}
