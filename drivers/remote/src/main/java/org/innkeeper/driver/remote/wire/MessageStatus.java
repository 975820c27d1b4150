package org.innkeeper.driver.remote.wire;

import org.innkeeper.driver.remote.xdr.XdrException;

/** How a call went or a stream goes, with the numbers of {@code virNetMessageStatus} (the ordinal). */
public enum MessageStatus {
    OK,
    ERROR,
    /** More of the stream follows. */
    CONTINUE;

    static MessageStatus ofNumber(int number) {
        if (number < 0 || number >= values().length) {
            throw new XdrException("the message has the unknown status " + number);
        }
        return values()[number];
    }
}
