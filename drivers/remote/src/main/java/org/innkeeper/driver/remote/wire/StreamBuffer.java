package org.innkeeper.driver.remote.wire;

import java.util.ArrayDeque;
import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.ByteStream;

/** What has arrived on a stream and was not read yet: pieces of data, holes, and the end. */
final class StreamBuffer {
    /** The most bytes that wait; the protocol has no way to slow the daemon down but not reading from it. */
    private static final int BOUND = 8 * 1024 * 1024;

    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private int waiting;
    private boolean end;
    private ErrorInfo failure;

    private static final class Piece {
        private final byte[] data;
        private final long hole;
        private int offset;

        Piece(byte[] data, long hole) {
            this.data = data;
            this.hole = hole;
        }
    }

    /**
     * Adds data on the thread that reads.
     *
     * @param mayBlock whether that thread may wait for room: when the connection carries this stream alone
     * @return false when there is no room
     */
    synchronized boolean add(byte[] data, boolean mayBlock) {
        while (mayBlock && waiting > BOUND && failure == null && !end) {
            pause();
        }
        if (waiting > BOUND && !mayBlock) {
            return false;
        }
        pieces.add(new Piece(data, 0));
        waiting += data.length;
        notifyAll();
        return true;
    }

    synchronized void addHole(long length) {
        pieces.add(new Piece(null, length));
        notifyAll();
    }

    synchronized void end() {
        end = true;
        notifyAll();
    }

    synchronized void fail(ErrorInfo info) {
        if (failure == null) {
            failure = info;
        }
        notifyAll();
    }

    synchronized int read(byte[] buffer, int offset, int length) {
        awaitPiece();
        Piece piece = pieces.peek();
        if (piece == null) {
            return -1;
        }
        if (piece.data == null) {
            return ByteStream.HOLE;
        }
        int count = Math.min(length, piece.data.length - piece.offset);
        System.arraycopy(piece.data, piece.offset, buffer, offset, count);
        piece.offset += count;
        waiting -= count;
        if (piece.offset == piece.data.length) {
            pieces.remove();
        }
        notifyAll();
        return count;
    }

    synchronized long readHole() {
        awaitPiece();
        Piece piece = pieces.peek();
        return piece == null || piece.data != null ? 0 : pieces.remove().hole;
    }

    private void awaitPiece() {
        while (pieces.isEmpty() && !end && failure == null) {
            pause();
        }
        if (pieces.isEmpty() && failure != null) {
            throw new InnkeeperException(failure);
        }
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionClosedException("the thread was interrupted");
        }
    }
}
