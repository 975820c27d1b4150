package org.innkeeper.driver.remote.wire;

import org.innkeeper.driver.remote.xdr.XdrException;

/** What a message is, with the numbers of the protocol's {@code virNetMessageType} (the ordinal). */
public enum MessageType {
    CALL,
    REPLY,
    /** Sent without being asked: an event or a keepalive. */
    MESSAGE,
    STREAM,
    CALL_WITH_FDS,
    REPLY_WITH_FDS,
    STREAM_HOLE;

    static MessageType ofNumber(int number) {
        if (number < 0 || number >= values().length) {
            throw new XdrException("the message has the unknown type " + number);
        }
        return values()[number];
    }
}
