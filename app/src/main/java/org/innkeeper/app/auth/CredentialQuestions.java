package org.innkeeper.app.auth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CredentialRequest;

/** Asks the user in a dialog while a driver's thread waits; one question at a time, however many hosts ask. */
public final class CredentialQuestions implements AuthenticationCallback {
    private final AppContext context;

    public CredentialQuestions(AppContext context) {
        this.context = context;
    }

    @Override
    public Optional<List<char[]>> ask(CredentialRequest request) {
        if (FxThread.isCurrent()) {
            throw new IllegalStateException("a question of a host on the FX thread would wait for itself");
        }
        return askInTurn(request);
    }

    private synchronized Optional<List<char[]>> askInTurn(CredentialRequest request) {
        CompletableFuture<Optional<List<char[]>>> answer = new CompletableFuture<>();
        CompletableFuture<CredentialDialog> shown = new CompletableFuture<>();
        FxThread.run(() -> {
            CredentialDialog dialog = new CredentialDialog(context, request);
            shown.complete(dialog);
            dialog.ask().thenAccept(answer::complete);
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            // The caller gave up: the question is not wanted any more.
            shown.thenAccept(dialog -> FxThread.run(dialog::close));
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
