package org.innkeeper.driver.remote.protocol;

import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/** One type of the protocol: how it is written and read, and how it is named in the table. Immutable, for any thread. */
interface XdrType {
    /**
     * Writes a value.
     *
     * @param what names the field, for messages
     */
    void write(XdrWriter out, Object value, String what);

    Object read(XdrReader in);

    /** The fewest bytes a value takes, for checking counts before a list is allocated. */
    int minimumSize();
}
