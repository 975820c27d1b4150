package org.innkeeper.app.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.innkeeper.app.file.SafeFile;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;

/**
 * The settings file: a JSON object with a version and sections. Keys that this program does not know are kept. A file of
 * a newer version is read and never written; a damaged one is set aside and reported. Changes are written a moment after
 * they were made, several at once. Safe for any thread.
 */
public final class Settings implements AutoCloseable {
    /** The version this program writes. */
    public static final int VERSION = 1;

    /** No settings file of ours comes near it; what is larger is not read into memory. */
    private static final long LARGEST = 4L << 20;

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Object lock = new Object();
    private final DelayedSave save;
    private final ObjectNode root;
    private final boolean readOnly;
    private final ErrorInfo problem;

    /**
     * Reads the file; a missing one is an empty one.
     *
     * @param problems is told when writing fails later
     */
    public static Settings open(Path file, Consumer<ErrorInfo> problems) {
        return new Settings(file, problems);
    }

    private Settings(Path file, Consumer<ErrorInfo> problems) {
        this.file = file;
        this.save = new DelayedSave(this::write, problems);
        ObjectNode read = null;
        ErrorInfo trouble = null;
        boolean locked = false;
        try {
            read = read();
            int version = read.path("version").asInt(VERSION);
            if (version > VERSION) {
                locked = true;
                trouble = newer(version);
            }
        } catch (JsonProcessingException e) {
            trouble = setAside(e);
        } catch (IOException e) {
            locked = true;
            trouble = unreadable(e);
        }
        root = read == null ? mapper.createObjectNode() : read;
        readOnly = locked;
        problem = trouble;
    }

    private ObjectNode read() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            JsonNode tree = mapper.readTree(Files.readAllBytes(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new DamagedException("it is not a JSON object");
        } catch (NoSuchFileException e) {
            return mapper.createObjectNode();
        }
    }

    /** Well-formed, but not what we wrote. */
    private static final class DamagedException extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    private ErrorInfo setAside(JsonProcessingException cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        String reason = cause.getOriginalMessage()
                + (cause.getLocation() == null
                        ? ""
                        : " (line " + cause.getLocation().getLineNr() + ")");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return error(ErrorCode.PARSE_FAILED, "the settings file is damaged and could not be set aside: " + reason)
                    .withRemedy("Move the file away by hand; Innkeeper goes on with its standard settings.");
        }
        return error(ErrorCode.PARSE_FAILED, "the settings file is damaged: " + reason)
                .withRemedy("It was kept as " + aside + "; Innkeeper goes on with its standard settings.");
    }

    private ErrorInfo newer(int version) {
        return error(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        "the settings were written by a newer Innkeeper (version " + version + ")")
                .withRemedy("They are used as far as they are understood; changes are not kept. Update Innkeeper.");
    }

    private ErrorInfo unreadable(IOException cause) {
        return error(ErrorCode.READ_FAILED, "the settings file cannot be read: " + cause.getMessage())
                .withRemedy("Check its rights; until then changes are not kept.");
    }

    private ErrorInfo error(ErrorCode code, String message) {
        return ErrorInfo.of(code, ErrorOrigin.CONF, message)
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.FILE, file.toString()));
    }

    /** What was wrong with the file when it was read. */
    public Optional<ErrorInfo> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether changes last only until the program ends. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** The section of that name, made when something is put into it. */
    public Section section(String name) {
        return new Section(this, name);
    }

    /** Writes what was changed, now. */
    public void flush() {
        save.flush();
    }

    @Override
    public void close() {
        save.close();
    }

    Object lock() {
        return lock;
    }

    /** For sections, with the lock held. */
    ObjectNode root() {
        return root;
    }

    /** For sections, after a change. */
    void changed() {
        if (!readOnly) {
            save.request();
        }
    }

    private void write() {
        try {
            byte[] content;
            synchronized (lock) {
                root.put("version", VERSION);
                content = mapper.writeValueAsBytes(root);
            }
            SafeFile.write(file, content);
        } catch (IOException e) {
            throw new SaveFailure(error(ErrorCode.WRITE_FAILED, "the settings cannot be saved: " + e)
                    .withRemedy("Check the rights and the free space of " + file.getParent() + "."));
        }
    }
}
