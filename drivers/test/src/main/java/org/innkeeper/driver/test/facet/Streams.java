package org.innkeeper.driver.test.facet;

import org.innkeeper.core.error.ConnectionClosedException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.driver.test.host.HostErrors;

/** What all streams of this driver check. */
final class Streams {
    private Streams() {}

    static void requireOpen(Gate gate, boolean ended) {
        if (!gate.isOpen()) {
            throw new ConnectionClosedException("The connection of this stream is closed");
        }
        if (ended) {
            throw HostErrors.of(ErrorCode.INVALID_STREAM, "The stream has ended");
        }
    }
}
