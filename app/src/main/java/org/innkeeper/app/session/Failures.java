package org.innkeeper.app.session;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;

/** What a completion stage failed with, and what an error says in one sentence. */
public final class Failures {
    private Failures() {}

    /** The error inside; anything that is not one of ours is a mistake of the program and says so. */
    public static ErrorInfo info(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof InnkeeperException known) {
            return known.info();
        }
        System.getLogger(Failures.class.getName()).log(System.Logger.Level.ERROR, "unexpected failure", cause);
        return ErrorInfo.of(ErrorCode.INTERNAL_ERROR, ErrorOrigin.NONE, "internal error: " + cause)
                .withRemedy("This is a mistake in Innkeeper; the log holds the details.");
    }

    /** The message of an error as a sentence of its own. */
    public static String sentence(ErrorInfo error) {
        String message = error.message().strip();
        if (message.isEmpty()) {
            return error.code().name();
        }
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        return sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith("!") ? sentence : sentence + ".";
    }
}
