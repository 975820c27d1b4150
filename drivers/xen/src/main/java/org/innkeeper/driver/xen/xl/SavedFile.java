package org.innkeeper.driver.xen.xl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;

/**
 * The beginning of a file that {@code xl save} writes: 32 bytes of magic, then four words (byte order, mandatory and
 * optional flags, length of what follows), then the length of the configuration and the configuration itself.
 */
final class SavedFile {
    private static final byte[] MAGIC = "Xen saved domain, xl format\n \0 \r".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = MAGIC.length + 5 * Integer.BYTES;
    private static final int BYTE_ORDER = 0x01020304;
    /** Set where the configuration is JSON; before Xen 4.5 it is a configuration file. */
    private static final int JSON = 1;

    private static final int MOST_CONFIGURATION = 4 << 20;

    private SavedFile() {}

    /**
     * The configuration of the guest in a file.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} where it cannot be read, {@code OPERATION_FAILED} where it was not
     *     written by xl
     */
    static JsonNode configuration(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(stream.readNBytes(HEADER));
            if (header.remaining() < HEADER || !Arrays.equals(MAGIC, Arrays.copyOf(header.array(), MAGIC.length))) {
                throw failure(ErrorCode.OPERATION_FAILED, file, "was not written by xl save", null);
            }
            header.position(MAGIC.length);
            int order = header.order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (order != BYTE_ORDER) {
                header.order(ByteOrder.BIG_ENDIAN);
            }
            int mandatory = header.getInt();
            header.getInt();
            int following = header.getInt();
            int length = header.getInt();
            if ((mandatory & JSON) == 0) {
                throw failure(
                        ErrorCode.OPERATION_FAILED, file, "is of a Xen before 4.5, its definition is not read", null);
            }
            if (length <= 0 || length > MOST_CONFIGURATION || following - Integer.BYTES < length) {
                throw failure(ErrorCode.OPERATION_FAILED, file, "is damaged: its configuration has no length", null);
            }
            byte[] text = stream.readNBytes(length);
            if (text.length < length) {
                throw failure(ErrorCode.OPERATION_FAILED, file, "ends within its configuration", null);
            }
            return LibxlJson.parse(
                    new String(text, StandardCharsets.UTF_8).replaceFirst("\0+$", ""), "The configuration in " + file);
        } catch (IOException e) {
            throw failure(ErrorCode.OPEN_FAILED, file, "cannot be read: " + IoReason.of(e), e);
        }
    }

    private static InnkeeperException failure(ErrorCode code, Path file, String what, IOException cause) {
        return new InnkeeperException(
                ErrorInfo.of(code, ErrorOrigin.XENXL, "The saved domain " + file + " " + what)
                        .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()))
                        .withRemedy("Choose a file that this Xen wrote and that you may read"),
                cause);
    }
}
