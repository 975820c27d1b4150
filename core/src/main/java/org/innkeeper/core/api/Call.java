package org.innkeeper.core.api;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Facet;
import org.innkeeper.core.spi.Feature;

/**
 * One call of the API on its way to a driver: what it is, what it needs, what is wrong with its arguments. It is made,
 * described and run in one expression.
 *
 * @param <F> the facet that does it
 */
final class Call<F extends Facet> {
    private final ConnectionCore core;
    private final Class<F> kind;
    private final String function;
    private final ErrorSubject subject;
    private Feature feature;
    private boolean changing;
    private String mistake;

    /**
     * Begins to describe a call.
     *
     * @param function object and method as the caller knows them, for errors
     * @param subject the object it is about, or null
     */
    Call(ConnectionCore core, Class<F> kind, String function, ErrorSubject subject) {
        this.core = core;
        this.kind = kind;
        this.function = function;
        this.subject = subject;
    }

    /** It changes something, or could: refused on a read-only connection. */
    Call<F> changes() {
        changing = true;
        return this;
    }

    Call<F> changesIf(boolean condition) {
        changing |= condition;
        return this;
    }

    Call<F> needs(Feature needed) {
        feature = needed;
        return this;
    }

    Call<F> needsIf(boolean condition, Feature needed) {
        return condition ? needs(needed) : this;
    }

    Call<F> notNull(String name, Object value) {
        return check(value != null, name + " is missing");
    }

    Call<F> notEmpty(String name, String value) {
        return check(value != null && !value.isEmpty(), name + " is missing");
    }

    Call<F> atLeast(String name, long value, long least) {
        return check(value >= least, name + " is " + value + ", but must be at least " + least);
    }

    Call<F> check(boolean good, String otherwise) {
        if (!good && mistake == null) {
            mistake = otherwise;
        }
        return this;
    }

    /** Whether a set of flags has one, also where the set is missing: that is for {@link #notNull} to report. */
    static <T> boolean has(Set<T> flags, T flag) {
        return flags != null && flags.contains(flag);
    }

    <R> R get(CallContext context, BiFunction<F, CallContext, R> body) {
        return core.perform(notNull("context", context), context, body);
    }

    void run(CallContext context, BiConsumer<F, CallContext> body) {
        get(context, (facet, inner) -> {
            body.accept(facet, inner);
            return null;
        });
    }

    Class<F> kind() {
        return kind;
    }

    String function() {
        return function;
    }

    ErrorSubject subject() {
        return subject;
    }

    /** What the driver must have besides the facet, or null. */
    Feature feature() {
        return feature;
    }

    boolean isChanging() {
        return changing;
    }

    /** What is wrong with the first bad argument, or null. */
    String mistake() {
        return mistake;
    }
}
