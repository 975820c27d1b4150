package org.innkeeper.app.context;

import java.util.Objects;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.JobList;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.settings.Settings;
import org.innkeeper.app.task.FleetModel;

/**
 * The parts of the program, given to each view by its constructor.
 *
 * @param fleet all hosts
 * @param model the newest snapshot of them, for the FX thread
 * @param settings what the program remembers
 * @param jobs what takes a while
 * @param problems what went wrong
 * @param texts the texts of the screen
 * @param appearance how windows look
 * @param navigator the way to other windows
 */
public record AppContext(
        Fleet fleet,
        FleetModel model,
        Settings settings,
        JobList jobs,
        ProblemList problems,
        Texts texts,
        Appearance appearance,
        Navigator navigator) {
    public AppContext {
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(jobs, "jobs");
        Objects.requireNonNull(problems, "problems");
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(appearance, "appearance");
        Objects.requireNonNull(navigator, "navigator");
    }

    /** The text of that key. */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }
}
