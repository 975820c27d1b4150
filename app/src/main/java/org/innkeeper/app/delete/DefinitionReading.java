package org.innkeeper.app.delete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;

/** Reads what the definitions of guests tell: a few at a time, until all are known or nobody wants to know any more. */
final class DefinitionReading {
    private static final int AT_ONCE = 8;

    /** Reads what the definition of one guest tells. */
    @FunctionalInterface
    interface Reader {
        CompletionStage<GuestDetails> details(GuestKey guest);
    }

    private final Reader reader;
    private final Queue<GuestSnapshot> waiting;
    private final Runnable advanced;
    private final Map<GuestSnapshot, GuestDetails> known = new LinkedHashMap<>();
    private final CompletableFuture<Map<GuestSnapshot, GuestDetails>> result = new CompletableFuture<>();

    /** @param advanced is called for each that is known, on any thread */
    DefinitionReading(Reader reader, Collection<GuestSnapshot> guests, Runnable advanced) {
        this.reader = reader;
        this.waiting = new ArrayDeque<>(guests);
        this.advanced = advanced;
    }

    /** Begins; completes with all of them, or fails with the first that cannot be read. */
    CompletableFuture<Map<GuestSnapshot, GuestDetails>> read() {
        next();
        return result;
    }

    /** Reads no more; what was begun is never completed. */
    void stop() {
        result.cancel(false);
    }

    /** A loop where answers are there at once, since a chain of completions would fill the stack. */
    private void next() {
        while (!result.isDone()) {
            List<GuestSnapshot> few = new ArrayList<>();
            List<CompletableFuture<GuestDetails>> answers = new ArrayList<>();
            while (few.size() < AT_ONCE && !waiting.isEmpty()) {
                few.add(waiting.remove());
                answers.add(reader.details(few.get(few.size() - 1).key()).toCompletableFuture());
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
            if (!all.isDone()) {
                all.whenComplete((nothing, failure) -> {
                    take(few, answers, failure);
                    next();
                });
                return;
            }
            take(few, answers, all.handle((nothing, failure) -> failure).join());
        }
    }

    private void take(List<GuestSnapshot> few, List<CompletableFuture<GuestDetails>> answers, Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
        } else if (few.isEmpty()) {
            result.complete(known);
        } else if (!result.isDone()) {
            for (int i = 0; i < few.size(); i++) {
                known.put(few.get(i), answers.get(i).join());
                advanced.run();
            }
        }
    }
}
