package org.innkeeper.driver.remote.transport;

import java.io.IOException;
import org.innkeeper.core.model.PeerInfo;

/** A way to the daemon that carries bytes in both directions. One thread reads while another one writes. */
public interface Transport extends AutoCloseable {
    /**
     * Reads up to {@code length} bytes, waiting for at least one.
     *
     * @return how many, -1 at the end
     */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /** Writes one whole message, waiting where it must. */
    void write(byte[] message) throws IOException;

    /** This transport in the form any thread may use, or null where only threads of the driver may; it may change. */
    default DirectTransport direct() {
        return this instanceof DirectTransport direct ? direct : null;
    }

    /** Whether what is sent is encrypted. */
    boolean isEncrypted();

    /** Whether nobody can listen: encrypted, or it never leaves this machine. */
    boolean isSecure();

    /** Names the way for messages, such as {@code tcp to lab:16509}; no passwords. */
    String description();

    /** Who the other end is, as far as this way proves it. */
    default PeerInfo peer() {
        return PeerInfo.over(description());
    }

    /**
     * What a program on the way said before it ended, such as the last lines of ssh; empty where there is nothing. Asked
     * after the end was reached.
     */
    default String lastWords() {
        return "";
    }

    /** Ends reads and writes that wait. Does not block. Calling it again does nothing. */
    @Override
    void close();
}
