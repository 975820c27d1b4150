package org.innkeeper.driver.qemu.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.InnkeeperException;

/** The state of active guests, one file for each UUID. */
public final class RuntimeStore {
    private static final String ENDING = ".xml";

    private final Path directory;

    RuntimeStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads the state of all guests that were active. A file that cannot be read is set aside.
     *
     * @param problems is told what was set aside and why
     */
    public List<RuntimeRecord> load(Consumer<String> problems) {
        List<RuntimeRecord> found = new ArrayList<>();
        try {
            for (Path file : StateFiles.list(directory, ENDING)) {
                try {
                    found.add(RuntimeFormat.read(StateFiles.readXml(file)));
                } catch (IOException | InnkeeperException e) {
                    Path aside = StateFiles.setAside(file);
                    problems.accept("the run-time state " + file + " is damaged (" + e.getMessage()
                            + ") and was set aside as " + aside.getFileName()
                            + "; a guest that still runs may have to be ended by hand");
                }
            }
        } catch (IOException e) {
            throw StateErrors.notWritable(directory, e);
        }
        return found;
    }

    public void save(RuntimeRecord state) {
        Path file = directory.resolve(state.uuid() + ENDING);
        try {
            StateFiles.replace(file, RuntimeFormat.write(state).toText());
        } catch (IOException e) {
            throw StateErrors.notWritable(file, e);
        }
    }

    public void remove(UUID uuid) {
        Path file = directory.resolve(uuid + ENDING);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StateErrors.notWritable(file, e);
        }
    }
}
