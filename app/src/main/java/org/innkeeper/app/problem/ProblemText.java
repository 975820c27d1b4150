package org.innkeeper.app.problem;

import java.util.ArrayList;
import java.util.List;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Failures;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorSubject;

/** An error in the words of the screen: what failed and on what, why, and what to do; and the rest for experts. */
public final class ProblemText {
    private final ErrorInfo error;
    private final Texts texts;

    public ProblemText(ErrorInfo error, Texts texts) {
        this.error = error;
        this.texts = texts;
    }

    /** What failed, in general, and on what. */
    public String what() {
        String key = "problem.code." + error.code().name();
        String what = texts.get(texts.has(key) ? key : "problem.code.other");
        return error.subject() == null ? what : texts.get("problem.on", what, subject(error.subject()));
    }

    private String subject(ErrorSubject subject) {
        return texts.get("problem.subject." + subject.kind(), subject.name());
    }

    /** Why: the message, as a sentence. */
    public String why() {
        return error.message().isBlank() ? what() : sentence(error);
    }

    /** The message of an error as a sentence of its own, for where there is room for one line only. */
    public static String sentence(ErrorInfo error) {
        return Failures.sentence(error);
    }

    /** What to do; null where nobody knows. */
    public String remedy() {
        return error.remedy().orElseGet(() -> {
            String key = "problem.remedy." + error.code().name();
            return texts.has(key) ? texts.get(key) : null;
        });
    }

    /** Everything, for a report; one line each. */
    public String details() {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("problem.details.code", error.code().name(), error.codeNumber()));
        lines.add(texts.get("problem.details.origin", error.origin().name(), error.originNumber()));
        if (error.subject() != null) {
            lines.add(texts.get("problem.details.subject", subject(error.subject())));
            if (error.subject().uuid() != null) {
                lines.add(texts.get("problem.details.uuid", error.subject().uuid()));
            }
        }
        lines.add(texts.get("problem.details.message", error.message()));
        if (error.str2() != null) {
            lines.add(texts.get("problem.details.about", error.str2()));
        }
        if (error.int1() != 0 || error.int2() != 0) {
            lines.add(texts.get("problem.details.numbers", error.int1(), error.int2()));
        }
        return String.join("\n", lines);
    }

    /** What “Copy” copies. */
    public String all() {
        String remedy = remedy();
        return what() + "\n" + why() + (remedy == null ? "" : "\n" + remedy) + "\n\n" + details();
    }
}
