package org.innkeeper.driver.qemu.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What the header of a qcow2 image says of the image below it.
 *
 * @param file as written: a path, absolute or beside the image, or a URL
 * @param format the format of that image; null where the header does not say, so that the emulator would guess
 */
record BackingReference(String file, String format) {
    private static final int MAGIC = 0x514649fb;
    private static final int HEADER = 104;
    private static final int SECOND_VERSION_HEADER = 72;
    private static final int HEADER_LENGTH_AT = 100;
    private static final int LONGEST_NAME = 1023;
    private static final int LONGEST_EXTENSIONS = 1 << 16;
    private static final int FORMAT_EXTENSION = 0xe2792aca;

    static Optional<BackingReference> read(Path image) {
        try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER);
            if (header.limit() < SECOND_VERSION_HEADER || header.getInt(0) != MAGIC) {
                return Optional.empty();
            }
            long nameAt = header.getLong(8);
            int nameLength = header.getInt(16);
            if (nameAt <= 0 || nameLength <= 0 || nameLength > LONGEST_NAME) {
                return Optional.empty();
            }
            ByteBuffer name = read(channel, nameAt, nameLength);
            boolean third = header.getInt(4) >= 3 && header.limit() == HEADER;
            int extensionsAt = third ? header.getInt(HEADER_LENGTH_AT) : SECOND_VERSION_HEADER;
            int length = (int) Math.max(0, Math.min(nameAt - extensionsAt, LONGEST_EXTENSIONS));
            return Optional.of(
                    new BackingReference(text(name, 0, name.limit()), format(read(channel, extensionsAt, length))));
        } catch (IOException e) {
            // The emulator tells better why it cannot be opened.
            return Optional.empty();
        }
    }

    private static String format(ByteBuffer extensions) {
        int at = 0;
        while (at + 8 <= extensions.limit()) {
            int type = extensions.getInt(at);
            int length = extensions.getInt(at + 4);
            if (type == 0 || length < 0 || length > extensions.limit() - at - 8) {
                return null;
            }
            if (type == FORMAT_EXTENSION) {
                return text(extensions, at + 8, length);
            }
            at += 8 + (length + 7) / 8 * 8;
        }
        return null;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            continue;
        }
        return buffer.flip();
    }

    private static String text(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[Math.min(length, buffer.limit() - at)];
        buffer.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
