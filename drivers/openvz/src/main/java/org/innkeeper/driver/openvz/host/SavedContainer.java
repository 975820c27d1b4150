package org.innkeeper.driver.openvz.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;

/**
 * What a file that vzctl saved a container to does not tell: whose it is. It stands in a document beside the file.
 *
 * @param definition the container's document
 * @param paused whether it is to wait when it is restored
 */
public record SavedContainer(XmlElement definition, boolean paused) {
    private static final String ENDING = ".openvz.xml";
    private static final int LONGEST = 1 << 20;

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ENDING);
    }

    /**
     * Reads what stands beside a file.
     *
     * @throws InnkeeperException {@code OPEN_FAILED} where nothing does, {@code OPERATION_FAILED} where it is nonsense
     */
    public static SavedContainer read(Path file) {
        Path companion = beside(file);
        try (InputStream stream = Files.newInputStream(companion)) {
            byte[] bytes = stream.readNBytes(LONGEST);
            XmlElement root = XmlDocument.parse(bytes).root();
            XmlElement definition = root.element("domain");
            if (definition == null || definition.element("uuid") == null) {
                throw unusable(companion, "it has no definition", null);
            }
            return new SavedContainer(definition.copy(), "paused".equals(root.attribute("state")));
        } catch (IOException e) {
            throw VzErrors.of(
                    ErrorCode.OPEN_FAILED,
                    file + " cannot be restored: " + companion + ", which tells whose it is, cannot be read: "
                            + IoReason.of(e),
                    "Name a file that was saved here, or run vzctl restore VEID --dumpfile " + file,
                    e);
        }
    }

    private static InnkeeperException unusable(Path companion, String reason, Exception cause) {
        return VzErrors.of(
                ErrorCode.OPERATION_FAILED,
                companion + " does not tell whose file it stands beside: " + reason,
                "Run vzctl restore VEID --dumpfile by hand",
                cause);
    }

    /** Whose it is. */
    public UUID uuid() {
        String text = definition.element("uuid").text().strip();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw VzErrors.of(
                    ErrorCode.OPERATION_FAILED,
                    "A saved definition has the UUID '" + text + "', which is none",
                    "Run vzctl restore VEID --dumpfile by hand",
                    e);
        }
    }

    /** Writes it beside a file. */
    public void write(Path file) {
        XmlElement root = new XmlElement("savedContainer").setAttribute("state", paused ? "paused" : "running");
        root.add(definition.copy());
        try {
            Files.write(beside(file), XmlDocument.of(root).toText().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw VzErrors.of(
                    ErrorCode.WRITE_FAILED,
                    beside(file) + " cannot be written: " + IoReason.of(e),
                    "Choose a directory that exists and has room",
                    e);
        }
    }

    /** Removes a saved file and what stands beside it. */
    public static void remove(Path file) {
        forget(file);
        delete(file);
    }

    /** Removes only what stands beside a file. */
    public static void forget(Path file) {
        delete(beside(file));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw VzErrors.of(
                    ErrorCode.WRITE_FAILED,
                    file + " cannot be removed: " + IoReason.of(e),
                    "Remove it by hand, since it is of no use any more",
                    e);
        }
    }
}
