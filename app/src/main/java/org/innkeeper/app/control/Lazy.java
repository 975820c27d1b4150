package org.innkeeper.app.control;

import java.util.function.Supplier;

/** Makes something when it is first asked for. For one thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private T made;

    private Lazy(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    public static <T> Lazy<T> of(Supplier<? extends T> maker) {
        return new Lazy<>(maker);
    }

    @Override
    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Whether somebody has asked for it. */
    public boolean isMade() {
        return made != null;
    }
}
