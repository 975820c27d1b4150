package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import org.innkeeper.core.model.PeerInfo;

/**
 * A transport whose bytes are wrapped from some moment on: by the security layer of SASL, which begins with the first byte
 * after the reply that ends the authentication. Neither end sends anything at that moment but the other's turn is over, so
 * a read that already waits sees wrapped bytes only.
 */
public final class SwitchableTransport implements Transport {
    /** Wraps and unwraps bytes. */
    public interface Layer {
        /** The most bytes {@link #wrap} takes at once. */
        int wrapLimit();

        byte[] wrap(byte[] bytes, int offset, int length) throws IOException;

        byte[] unwrap(byte[] token) throws IOException;
    }

    /** The most bytes of one wrapped piece from the other end. */
    private static final int TOKEN_MAX = 1024 * 1024;

    private final Transport raw;
    private volatile Layer layer;
    private volatile String user = "";
    private byte[] plain = new byte[0];
    private int plainOffset;

    public SwitchableTransport(Transport raw) {
        this.raw = raw;
    }

    /** Wraps all that follows. */
    public void secure(Layer newLayer) {
        layer = newLayer;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (plainOffset < plain.length) {
            return takePlain(buffer, offset, length);
        }
        int count = raw.read(buffer, offset, length);
        if (count < 0 || layer == null) {
            return count;
        }
        byte[] begun = new byte[count];
        System.arraycopy(buffer, offset, begun, 0, count);
        unwrapAll(begun);
        return takePlain(buffer, offset, length);
    }

    private int takePlain(byte[] buffer, int offset, int length) {
        int count = Math.min(length, plain.length - plainOffset);
        System.arraycopy(plain, plainOffset, buffer, offset, count);
        plainOffset += count;
        return count;
    }

    /** Unwraps the pieces that begin with these bytes, reading what the last one lacks. */
    private void unwrapAll(byte[] begun) throws IOException {
        java.io.ByteArrayOutputStream unwrapped = new java.io.ByteArrayOutputStream();
        int position = 0;
        byte[] bytes = begun;
        while (position < bytes.length) {
            bytes = atLeast(bytes, position, 4);
            int size = java.nio.ByteBuffer.wrap(bytes, position, 4).getInt();
            if (size < 1 || size > TOKEN_MAX) {
                throw new IOException("a wrapped piece of " + Integer.toUnsignedString(size) + " bytes");
            }
            bytes = atLeast(bytes, position, 4 + size);
            byte[] token = java.util.Arrays.copyOfRange(bytes, position, position + 4 + size);
            unwrapped.writeBytes(layer.unwrap(token));
            position += 4 + size;
        }
        plain = unwrapped.toByteArray();
        plainOffset = 0;
    }

    private byte[] atLeast(byte[] bytes, int position, int needed) throws IOException {
        int have = bytes.length;
        if (have - position >= needed) {
            return bytes;
        }
        byte[] more = java.util.Arrays.copyOf(bytes, position + needed);
        while (have < more.length) {
            int count = raw.read(more, have, more.length - have);
            if (count < 0) {
                throw new java.io.EOFException("the other end closed in the middle of a wrapped piece");
            }
            have += count;
        }
        return more;
    }

    @Override
    public void write(byte[] message) throws IOException {
        Layer current = layer;
        if (current == null) {
            raw.write(message);
            return;
        }
        for (int done = 0; done < message.length; ) {
            int count = Math.min(current.wrapLimit(), message.length - done);
            raw.write(current.wrap(message, done, count));
            done += count;
        }
    }

    /** Wrapped pieces are read to their end, which may have to wait: so only threads of the driver do. */
    @Override
    public DirectTransport direct() {
        return layer == null ? raw.direct() : null;
    }

    @Override
    public boolean isEncrypted() {
        return raw.isEncrypted() || layer != null;
    }

    @Override
    public boolean isSecure() {
        return raw.isSecure() || layer != null;
    }

    @Override
    public String description() {
        return raw.description();
    }

    @Override
    public PeerInfo peer() {
        return user.isEmpty() ? raw.peer() : raw.peer().withUser(user);
    }

    /** As whom the daemon let us in. */
    public void authenticated(String newUser) {
        user = newUser;
    }

    @Override
    public String lastWords() {
        return raw.lastWords();
    }

    @Override
    public void close() {
        raw.close();
    }
}
