package org.innkeeper.driver.qemu.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.UUID;

/**
 * What tells one build of a program from another at the same path.
 *
 * @param path the real path, links followed
 * @param size bytes
 * @param modified milliseconds since 1970
 * @param fileKey device and inode as the system writes them, empty where it has none
 */
record BinaryIdentity(Path path, long size, long modified, String fileKey) {
    static BinaryIdentity of(Path binary) throws IOException {
        Path real = binary.toRealPath();
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new BinaryIdentity(
                real,
                attributes.size(),
                attributes.lastModifiedTime().toMillis(),
                Objects.toString(attributes.fileKey(), ""));
    }

    /** A file name that only this identity has. */
    String cacheName() {
        String text = path + "\n" + size + "\n" + modified + "\n" + fileKey;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + ".json";
    }
}
