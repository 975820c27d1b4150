package org.innkeeper.app.auth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;

/**
 * Hosts are connected while the toolkit starts; a question that comes before there is a window waits for it. Safe for any
 * thread but the FX thread.
 */
public final class LateCallback implements AuthenticationCallback {
    private final CompletableFuture<AuthenticationCallback> real = new CompletableFuture<>();

    /** From now on questions go there. */
    public void complete(AuthenticationCallback callback) {
        real.complete(callback);
    }

    @Override
    public Optional<List<char[]>> ask(CredentialRequest request) {
        try {
            return real.get().ask(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
