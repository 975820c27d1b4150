package org.innkeeper.app.session.host;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;

/** What was made so far, and how to remove it again when a later step fails. For one thread. */
final class Undo {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String what, Consumer<CallContext> removal) {}

    /**
     * Something was made.
     *
     * @param what its name, for the message when it cannot be removed
     */
    void made(String what, Consumer<CallContext> removal) {
        steps.push(new Step(what, removal));
    }

    /**
     * Removes all of it, the last one first, whatever fails meanwhile.
     *
     * @return the error that led here, and what of it stays behind
     */
    InnkeeperException undo(InnkeeperException reason) {
        List<String> left = new ArrayList<>();
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.removal().accept(CallContext.within(LIMIT));
            } catch (InnkeeperException e) {
                reason.addSuppressed(e);
                left.add(step.what() + " (" + e.getMessage() + ")");
            }
        }
        if (left.isEmpty()) {
            return reason;
        }
        ErrorInfo info = reason.info();
        String remains = "Left behind, to be removed by hand: " + String.join(", ", left) + ".";
        return new InnkeeperException(
                info.withRemedy(
                        info.remedy().map(remedy -> remedy + " " + remains).orElse(remains)),
                reason);
    }
}
