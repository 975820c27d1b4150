package org.innkeeper.core.api;

import org.innkeeper.core.error.ErrorInfo;

/**
 * Is told errors and warnings as soon as they happen: libvirt's {@code virErrorFunc}. Called on the thread of the call that
 * failed, before the error is thrown; must not block.
 */
@FunctionalInterface
public interface ErrorHandler {
    /**
     * Takes one error or warning.
     *
     * @param connection the one it belongs to, or null where there is none, as when opening failed
     */
    void handle(ErrorInfo error, Connection connection);
}
