package org.innkeeper.app.auth;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.spi.CredentialRequest;

/** Asks the user in a dialog while a driver's thread waits; one question at a time, however many hosts ask. */
public final class CredentialQuestions implements HostQuestions {
    private final AppContext context;
    private final ReentrantLock turn = new ReentrantLock(true);

    public CredentialQuestions(AppContext context) {
        this.context = context;
    }

    @Override
    public Optional<List<char[]>> ask(CredentialRequest request) {
        return inTurn(() -> new CredentialDialog(context, request), Optional.empty());
    }

    @Override
    public boolean allow(String host, String uri, List<ForeignPrograms.Item> items) {
        return inTurn(() -> new ProgramsDialog(context, host, uri, items), false);
    }

    /** An interrupted caller has given up, whether its question is shown or waits for its turn. */
    private <T> T inTurn(Supplier<? extends Question<T>> question, T otherwise) {
        if (FxThread.isCurrent()) {
            throw new IllegalStateException("a question of a host on the FX thread would wait for itself");
        }
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise;
        }
        try {
            return await(question, otherwise);
        } finally {
            turn.unlock();
        }
    }

    private static <T> T await(Supplier<? extends Question<T>> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        CompletableFuture<Question<T>> shown = new CompletableFuture<>();
        FxThread.run(() -> {
            Question<T> dialog = question.get();
            shown.complete(dialog);
            dialog.ask().thenAccept(answer::complete);
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            shown.thenAccept(dialog -> FxThread.run(dialog::close));
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A dialog with an answer. For the FX thread. */
    interface Question<T> {
        /** Shows it; completes when it is answered or closed. */
        CompletionStage<T> ask();

        void close();
    }
}
