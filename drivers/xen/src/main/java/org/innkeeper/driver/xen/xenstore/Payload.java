package org.innkeeper.driver.xen.xenstore;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts in a payload, each ended by a zero byte. */
final class Payload {
    static final byte[] EMPTY = {0};

    private Payload() {}

    /** The texts one after the other, each with its zero. */
    static byte[] of(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    /** A text with its zero, then bytes without one: how a value follows its path. */
    static byte[] withValue(String path, byte[] value) {
        byte[] head = of(path);
        byte[] all = new byte[head.length + value.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(value, 0, all, head.length, value.length);
        return all;
    }

    /** The texts; a last one without its zero counts too, as some daemons leave it out. */
    static List<String> texts(byte[] payload) {
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < payload.length; at++) {
            if (payload[at] == 0) {
                texts.add(new String(payload, from, at - from, StandardCharsets.UTF_8));
                from = at + 1;
            }
        }
        if (from < payload.length) {
            texts.add(new String(payload, from, payload.length - from, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** The first text, "" where there is none. */
    static String text(byte[] payload) {
        List<String> texts = texts(payload);
        return texts.isEmpty() ? "" : texts.get(0);
    }
}
