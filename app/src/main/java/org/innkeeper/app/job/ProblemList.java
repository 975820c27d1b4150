package org.innkeeper.app.job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorInfo;

/** What went wrong and was not yet dismissed, newest last; the oldest go when there are too many. Safe for any thread. */
public final class ProblemList {
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final Listeners listeners = new Listeners();
    private final Clock clock;

    public ProblemList(Clock clock) {
        this.clock = clock;
    }

    /** Adds one; the same error again replaces the earlier one, so that a host that is away counts once. */
    public void add(ErrorInfo error) {
        synchronized (problems) {
            problems.removeIf(problem -> problem.error().equals(error));
            problems.add(new Problem(clock.instant(), error));
            if (problems.size() > MOST) {
                problems.remove(0);
            }
        }
        listeners.fire();
    }

    public void dismiss(Problem problem) {
        synchronized (problems) {
            problems.remove(problem);
        }
        listeners.fire();
    }

    public void clear() {
        synchronized (problems) {
            problems.clear();
        }
        listeners.fire();
    }

    public List<Problem> problems() {
        synchronized (problems) {
            return List.copyOf(problems);
        }
    }

    /**
     * Tells about each change, on the thread that made it; coalesce before touching the screen.
     *
     * @return ends the telling
     */
    public Runnable listen(Runnable listener) {
        return listeners.add(listener);
    }
}
