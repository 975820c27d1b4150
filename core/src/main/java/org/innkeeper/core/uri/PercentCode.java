package org.innkeeper.core.uri;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** The {@code %XX} escapes of RFC 3986; the bytes are UTF-8. */
final class PercentCode {
    private static final String HEX = "0123456789ABCDEF";

    private PercentCode() {}

    /**
     * Replaces escapes by what they stand for.
     *
     * @param text whose escapes are known to be two hexadecimal digits each
     * @param position of the text in the URI, for the error
     */
    static String decode(String uri, String text, int position) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = Integer.parseInt(text, i + 1, i + 3, 16);
                if (value == 0) {
                    throw UriSyntax.mistake(uri, position + i, "the escape %00 stands for no character");
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UriSyntax.mistake(uri, position, "the escapes in '" + text + "' are not UTF-8");
        }
    }

    /** Escapes all but the characters that are allowed as they are. */
    static void encode(StringBuilder out, String text, IntPredicate allowed) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int value = b & 0xff;
            if (value < 0x80 && allowed.test(value)) {
                out.append((char) value);
            } else {
                out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xf));
            }
        }
    }
}
