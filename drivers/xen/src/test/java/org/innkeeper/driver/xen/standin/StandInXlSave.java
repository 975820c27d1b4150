package org.innkeeper.driver.xen.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files of {@code xl save}: the head of the true ones, and a memory that is empty. */
final class StandInXlSave {
    private static final byte[] MAGIC = "Xen saved domain, xl format\n \0 \r".getBytes(StandardCharsets.ISO_8859_1);
    private static final int WORDS = 5;
    private static final int HEAD = MAGIC.length + WORDS * Integer.BYTES;
    private static final int ORDER = 0x01020304;
    private static final int JSON_AND_STREAM = 3;
    private static final int MEMORY = 4096;

    private StandInXlSave() {}

    static void write(Path file, ObjectNode config) throws StandInXlAnswer.Refusal {
        byte[] text = (config.toPrettyString() + "\n\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + text.length + MEMORY).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC)
                .putInt(ORDER)
                .putInt(JSON_AND_STREAM)
                .putInt(0)
                .putInt(text.length + Integer.BYTES)
                .putInt(text.length)
                .put(text);
        try {
            Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new StandInXlAnswer.Refusal(1, "Failed to open temp file " + file + " for writing");
        }
    }

    static ObjectNode read(Path file) throws StandInXlAnswer.Refusal {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length < HEAD || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
                throw new StandInXlAnswer.Refusal(1, "File has wrong magic number - corrupt or for a different tool?");
            }
            int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(HEAD - Integer.BYTES);
            return (ObjectNode) new ObjectMapper().readTree(bytes, HEAD, length - 1);
        } catch (IOException e) {
            throw new StandInXlAnswer.Refusal(1, "Can't open restore file: No such file or directory");
        }
    }
}
