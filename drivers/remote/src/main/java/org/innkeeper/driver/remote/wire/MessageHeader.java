package org.innkeeper.driver.remote.wire;

import org.innkeeper.driver.remote.xdr.XdrReader;
import org.innkeeper.driver.remote.xdr.XdrWriter;

/**
 * The header of each message, 24 bytes after the length.
 *
 * @param program which program it belongs to
 * @param version of the program
 * @param procedure the procedure called, or the event
 * @param serial of the call it belongs to
 */
public record MessageHeader(
        int program, int version, int procedure, MessageType type, int serial, MessageStatus status) {
    static MessageHeader read(XdrReader in) {
        return new MessageHeader(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                MessageType.ofNumber(in.readInt()),
                in.readInt(),
                MessageStatus.ofNumber(in.readInt()));
    }

    void write(XdrWriter out) {
        out.writeInt(program);
        out.writeInt(version);
        out.writeInt(procedure);
        out.writeInt(type.ordinal());
        out.writeInt(serial);
        out.writeInt(status.ordinal());
    }
}
