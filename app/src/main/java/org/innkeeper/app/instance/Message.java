package org.innkeeper.app.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A command line on its way from a second start to the first: a secret, a count, and each argument with its length. */
final class Message {
    private static final int MAGIC = 0x494e_4b31;
    private static final int MOST_ARGUMENTS = 256;
    private static final int LONGEST_ARGUMENT = 64 << 10;

    private Message() {}

    static void write(OutputStream out, String secret, List<String> arguments) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        writeText(data, secret);
        data.writeInt(arguments.size());
        for (String argument : arguments) {
            writeText(data, argument);
        }
        data.flush();
    }

    /**
     * Reads one.
     *
     * @throws IOException where it is not one of ours, or the secret is another one
     */
    static List<String> read(InputStream in, String secret) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC || !readText(data).equals(secret)) {
            throw new IOException("not a message of Innkeeper");
        }
        int count = data.readInt();
        if (count < 0 || count > MOST_ARGUMENTS) {
            throw new IOException("too many arguments: " + count);
        }
        List<String> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(readText(data));
        }
        return arguments;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_ARGUMENT) {
            throw new IOException("argument of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
