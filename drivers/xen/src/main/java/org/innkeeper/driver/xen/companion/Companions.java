package org.innkeeper.driver.xen.companion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;

/**
 * What belongs to guests beside what Xen's tools know of them: of definitions, what those have no place for; of runs, title
 * and metadata, and the definition at the start. Xen's own files stay the truth for all they can express.
 */
public final class Companions {
    private static final String RUN = "run";
    private static final String STARTED = "started";

    private final GuestNotes definitions;
    private final GuestNotes runs;
    private final boolean usable;

    /**
     * @param state the driver's own directory for what lasts
     * @param run its directory for what ends with the host's run
     * @param usable whether this user may write there
     */
    public Companions(Path state, Path run, boolean usable) {
        definitions = new GuestNotes(state.resolve("definitions"));
        runs = new GuestNotes(run);
        this.usable = usable;
    }

    /** Those of this machine. */
    public static Companions at(Path state, Path run) {
        return new Companions(state, run, Files.isWritable(existing(state)) && Files.isWritable(existing(run)));
    }

    private static Path existing(Path path) {
        Path place = path;
        while (!Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }

    /** Whether anything can be kept. */
    public boolean isUsable() {
        return usable;
    }

    private void checkUsable() {
        if (!usable) {
            throw new InnkeeperException(
                    ErrorCode.NO_SUPPORT,
                    ErrorOrigin.XEN,
                    "Xen has no place for this, and this user none beside it on that host");
        }
    }

    /** Puts into a stored definition what Xen's tools have no place for. */
    public void complete(UUID guest, XmlElement definition) {
        definitions.read(guest).flatMap(Companion::of).ifPresent(companion -> companion.complete(definition));
    }

    /**
     * Notes a definition that was stored.
     *
     * @param asked what was to be stored
     * @param kept what was read back
     * @throws InnkeeperException {@code WRITE_FAILED}; {@code NO_SUPPORT} where there is something to note and no place
     */
    public void keep(UUID guest, XmlElement asked, XmlElement kept) {
        Companion companion = new Companion(asked, kept);
        if (companion.isEmpty()) {
            forget(guest);
        } else {
            checkUsable();
            definitions.write(guest, companion.toXml());
        }
    }

    /** Forgets what belongs to a definition. */
    public void forget(UUID guest) {
        if (usable) {
            definitions.remove(guest);
        }
    }

    /**
     * Notes the start of a run.
     *
     * @param definition of the run
     * @param stored the stored definition at that time, null for a guest that is not stored
     */
    public void began(UUID guest, XmlElement definition, XmlElement stored) {
        if (!usable) {
            return;
        }
        XmlElement root = new XmlElement(RUN).add(Descriptions.of(definition));
        if (stored != null) {
            root.add(new XmlElement(STARTED).add(stored.copy()));
        }
        runs.write(guest, root);
    }

    /** Forgets a run. */
    public void ended(UUID guest) {
        if (usable) {
            runs.remove(guest);
        }
    }

    /** Title, description and metadata of a run that was noted. */
    public Optional<XmlElement> description(UUID guest) {
        return runs.read(guest).map(root -> root.element("domain"));
    }

    /** Puts title, description and metadata of the run into its definition; of one that was not noted, the stored ones. */
    public void describe(UUID guest, XmlElement live) {
        description(guest)
                .or(() -> definitions.read(guest).flatMap(Companion::of).map(companion -> {
                    return Descriptions.of(companion.asked());
                }))
                .ifPresent(notes -> Descriptions.replace(live, notes));
    }

    /** Changes title, description or metadata of a run. */
    public synchronized void editRun(UUID guest, XmlElement live, Consumer<XmlElement> change) {
        checkUsable();
        XmlElement root = runs.read(guest).orElseGet(() -> new XmlElement(RUN).add(Descriptions.of(live)));
        change.accept(root.element("domain"));
        runs.write(guest, root);
    }

    /** The stored definition as it was when the run began, where that was noted. */
    public Optional<XmlElement> started(UUID guest) {
        return runs.read(guest).map(root -> root.element(STARTED)).flatMap(holder -> holder.elements().stream()
                .findFirst());
    }
}
