package org.innkeeper.driver.qemu.lifecycle;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.innkeeper.core.xml.XmlDocument;

/**
 * The file of a saved guest: a header with the definition, then QEMU's migration stream. All numbers are big-endian.
 *
 * <pre>
 * 16 bytes  magic
 *  4 bytes  version, 1
 *  4 bytes  1 where the state behind the header is whole, 0 while it is being written
 *  4 bytes  1 where the guest ran, 0 where it was paused
 *  4 bytes  length of the definition
 *           the definition, UTF-8
 *           the state
 * </pre>
 */
final class SavedState {
    private static final byte[] MAGIC = "InnkeeperQemuSv\n".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int COMPLETE_AT = MAGIC.length + 4;

    private SavedState() {}

    /** What the header tells. */
    record Header(boolean complete, boolean running, String definition) {}

    /** Writes the header of a state that is not yet whole. */
    static void writeHeader(OutputStream out, boolean running, String definition) throws IOException {
        byte[] xml = definition.getBytes(StandardCharsets.UTF_8);
        DataOutputStream data = new DataOutputStream(out);
        data.write(MAGIC);
        data.writeInt(VERSION);
        data.writeInt(0);
        data.writeInt(running ? 1 : 0);
        data.writeInt(xml.length);
        data.write(xml);
        data.flush();
    }

    /** Says in the header that the state is whole. */
    static void markComplete(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 1}), COMPLETE_AT);
            channel.force(true);
        }
    }

    static Header readHeader(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return readHeader(in);
        }
    }

    /** Reads the header; what follows in the stream is the state. */
    static Header readHeader(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("it is no saved guest of this driver");
        }
        int version = data.readInt();
        if (version != VERSION) {
            throw new IOException("it has version " + version + " instead of " + VERSION);
        }
        boolean complete = data.readInt() == 1;
        boolean running = data.readInt() == 1;
        int length = data.readInt();
        if (length < 0 || length > XmlDocument.MAX_LENGTH) {
            throw new IOException("the length of its definition is wrong");
        }
        byte[] xml = data.readNBytes(length);
        if (xml.length < length) {
            throw new IOException("it ends within its definition");
        }
        return new Header(complete, running, new String(xml, StandardCharsets.UTF_8));
    }
}
