package org.innkeeper.core.spi;

import java.util.List;
import java.util.Optional;

/** Asks somebody for credentials. Called on a thread of the driver, may block; safe for any thread. */
@FunctionalInterface
public interface AuthenticationCallback {
    /** Nobody is there to answer. */
    AuthenticationCallback NOBODY = request -> Optional.empty();

    /**
     * Asks for all the credentials of a request at once.
     *
     * @return one answer for each credential, in order; empty when the user cancelled. The driver overwrites the arrays
     *     as soon as it is done with them.
     */
    Optional<List<char[]>> ask(CredentialRequest request);
}
