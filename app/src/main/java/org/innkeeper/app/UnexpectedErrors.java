package org.innkeeper.app;

import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.job.ProblemList;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;

/** What goes wrong in the program itself is told like any problem: what was asked for has not been done. */
final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger(UnexpectedErrors.class.getName());

    private final ProblemList problems;
    private final Texts texts;

    UnexpectedErrors(ProblemList problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "a mistake of the program, in thread " + thread.getName(), mistake);
        problems.add(ErrorInfo.of(
                        ErrorCode.INTERNAL_ERROR, ErrorOrigin.NONE, texts.get("problem.mistake", mistake.toString()))
                .withRemedy(texts.get("problem.mistake.remedy")));
    }
}
