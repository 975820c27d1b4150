package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;

/**
 * Chooses from a list what the flags of a later call that lists would: the bits come in groups, and of each group that has
 * a bit set only what one of these bits is about is left. For one thread.
 */
final class Choice<T> {
    private final FarSide far;
    private final CallContext context;
    private final long flags;
    private List<T> left;

    Choice(FarSide far, CallContext context, long flags, List<T> all) {
        this.far = far;
        this.context = context;
        this.flags = flags;
        this.left = List.copyOf(all);
    }

    /** Chooses by what is known already. */
    Choice<T> by(long group, ToLongFunction<T> kind) {
        if ((flags & group) != 0) {
            left = left.stream()
                    .filter(one -> (flags & kind.applyAsLong(one)) != 0)
                    .toList();
        }
        return this;
    }

    /**
     * Chooses by what the daemon answers about each; what went meanwhile is not chosen.
     *
     * @param otherwise what they all are where the daemon does not even have the question
     * @param more arguments of the question, after the one it is about
     */
    Choice<T> byAnswer(long group, String procedure, ToLongFunction<Values> kind, long otherwise, Object... more) {
        if ((flags & group) == 0) {
            return this;
        }
        Map<T, Values> answers = far.orElseIfUnsupported(
                () -> new OneByOne(far).ask(context, procedure, left, one -> with(one, more)), null);
        return by(
                group,
                one -> answers == null ? otherwise : answers.containsKey(one) ? kind.applyAsLong(answers.get(one)) : 0);
    }

    private static Object[] with(Object one, Object[] more) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(more));
        arguments.add(0, one);
        return arguments.toArray();
    }

    List<T> left() {
        return left;
    }
}
