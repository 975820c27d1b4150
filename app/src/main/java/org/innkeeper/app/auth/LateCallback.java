package org.innkeeper.app.auth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.core.spi.CredentialRequest;

/**
 * Hosts are connected while the toolkit starts; a question that comes before there is a window waits for it. Safe for any
 * thread but the FX thread.
 */
public final class LateCallback implements HostQuestions {
    private final CompletableFuture<HostQuestions> real = new CompletableFuture<>();

    /** From now on questions go there. */
    public void complete(HostQuestions callback) {
        real.complete(callback);
    }

    @Override
    public Optional<List<char[]>> ask(CredentialRequest request) {
        return whenThereIsAWindow(questions -> questions.ask(request), Optional.empty());
    }

    @Override
    public boolean allow(String host, String uri, List<ForeignPrograms.Item> items) {
        return whenThereIsAWindow(questions -> questions.allow(host, uri, items), false);
    }

    private <T> T whenThereIsAWindow(Function<HostQuestions, T> question, T otherwise) {
        try {
            return question.apply(real.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
