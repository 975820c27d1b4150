package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;

/** Definitions, one file for each UUID, and a marker for each guest that starts with the driver. */
public final class DefinitionStore {
    private static final String ENDING = ".xml";

    private final Path definitions;
    private final Path autostart;

    DefinitionStore(Path definitions, Path autostart) {
        this.definitions = definitions;
        this.autostart = autostart;
    }

    /** A definition that was read. */
    public record Stored(UUID uuid, XmlDocument definition, boolean autostart) {}

    /**
     * Reads all definitions. A file that cannot be read is set aside.
     *
     * @param problems is told what was set aside and why
     */
    public List<Stored> load(Consumer<String> problems) {
        List<Stored> found = new ArrayList<>();
        try {
            for (Path file : StateFiles.list(definitions, ENDING)) {
                Stored stored = read(file, problems);
                if (stored != null) {
                    found.add(stored);
                }
            }
        } catch (IOException e) {
            throw StateErrors.notWritable(definitions, e);
        }
        return found;
    }

    private Stored read(Path file, Consumer<String> problems) throws IOException {
        try {
            UUID uuid = StateNames.uuidOf(file, ENDING);
            XmlDocument document = StateFiles.readXml(file);
            StateNames.requireRoot(document, "domain");
            StateNames.requireUuid(document, uuid);
            return new Stored(uuid, document, Files.exists(autostart.resolve(uuid.toString())));
        } catch (IOException | InnkeeperException e) {
            Path aside = StateFiles.setAside(file);
            problems.accept("the definition " + file + " is damaged (" + e.getMessage() + ") and was set aside as "
                    + aside.getFileName());
            return null;
        }
    }

    /** Stores a definition in the place of an older one. */
    public void save(UUID uuid, XmlDocument definition) {
        Path file = definitions.resolve(uuid + ENDING);
        try {
            StateFiles.replace(file, definition.toText());
        } catch (IOException e) {
            throw StateErrors.notWritable(file, e);
        }
    }

    /** Removes a definition and its marker. */
    public void remove(UUID uuid) {
        setAutostart(uuid, false);
        Path file = definitions.resolve(uuid + ENDING);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StateErrors.notWritable(file, e);
        }
    }

    public void setAutostart(UUID uuid, boolean start) {
        Path marker = autostart.resolve(uuid.toString());
        try {
            if (start) {
                StateFiles.replace(marker, "");
            } else {
                Files.deleteIfExists(marker);
            }
        } catch (IOException e) {
            throw StateErrors.notWritable(marker, e);
        }
    }
}
