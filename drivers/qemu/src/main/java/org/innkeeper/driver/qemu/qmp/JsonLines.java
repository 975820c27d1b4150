package org.innkeeper.driver.qemu.qmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads JSON objects, one a line, with limits that are checked before memory is taken. One thread reads. */
final class JsonLines {
    /** The longest line that is read. QEMU's longest reply, {@code query-qmp-schema}, has 0.2 MiB. */
    static final int MAX_LINE = 16 << 20;

    /** How deep values may be nested; QEMU's deepest, a backing chain of 200 images, goes one level per image. */
    static final int MAX_DEPTH = 512;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_LINE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader READER = MAPPER.reader();

    private final ReadableByteChannel in;
    private final ByteBuffer input = ByteBuffer.allocate(16 << 10).flip();
    private byte[] line = new byte[4 << 10];

    JsonLines(ReadableByteChannel in) {
        this.in = in;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ByteBuffer encode(JsonNode message) throws JsonProcessingException {
        byte[] text = MAPPER.writeValueAsBytes(message);
        byte[] withEnd = Arrays.copyOf(text, text.length + 1);
        withEnd[text.length] = '\n';
        return ByteBuffer.wrap(withEnd);
    }

    /**
     * Waits for the next object.
     *
     * @return null at the end of the stream, also where that comes within a line
     * @throws QmpProtocolException where the line is too long or not one JSON object
     */
    JsonNode next() throws IOException {
        int length = 0;
        while (true) {
            if (!input.hasRemaining() && !fill()) {
                return null;
            }
            int end = endOfLine();
            int count = end - input.position();
            length = append(length, count);
            if (input.hasRemaining()) {
                input.get();
                if (!isBlank(length)) {
                    return parse(length);
                }
                length = 0;
            }
        }
    }

    private boolean fill() throws IOException {
        input.clear();
        int count = in.read(input);
        input.flip();
        return count >= 0;
    }

    private int endOfLine() {
        byte[] bytes = input.array();
        int end = input.position();
        while (end < input.limit() && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private int append(int length, int count) throws QmpProtocolException {
        if (count > MAX_LINE - length) {
            throw new QmpProtocolException("a line has more than " + (MAX_LINE >> 20) + " MiB");
        }
        if (line.length < length + count) {
            line = Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(length + count, line.length * 2)));
        }
        input.get(line, length, count);
        return length + count;
    }

    private boolean isBlank(int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private JsonNode parse(int length) throws QmpProtocolException {
        JsonNode value;
        try {
            value = READER.readTree(line, 0, length);
        } catch (IOException e) {
            throw new QmpProtocolException("a line is not JSON: " + excerpt(length), e);
        }
        if (!value.isObject()) {
            throw new QmpProtocolException("a line is not a JSON object: " + excerpt(length));
        }
        if (line.length > 1 << 20) {
            line = new byte[4 << 10];
        }
        return value;
    }

    private String excerpt(int length) {
        String text = new String(line, 0, Math.min(length, 60), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
