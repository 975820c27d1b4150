package org.innkeeper.core.api;

/** A listener that gets events until this is closed. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** Ends the delivery; one event may still come meanwhile. Does not block. Calling it again does nothing. */
    @Override
    void close();
}
