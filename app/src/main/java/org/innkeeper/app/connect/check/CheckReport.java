package org.innkeeper.app.connect.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CheckStep.Verdict;

/** What a check has told so far, in the words of the screen. */
final class CheckReport {
    private final String uri;
    private final Texts texts;
    private final List<CheckStep> steps = new ArrayList<>();

    CheckReport(String uri, Texts texts) {
        this.uri = uri;
        this.texts = texts;
    }

    void add(CheckStep step) {
        steps.add(step);
    }

    void clear() {
        steps.clear();
    }

    /** The step that ends the way, if one does. */
    Optional<CheckStep> failure() {
        return steps.stream().filter(step -> step.verdict() == Verdict.FAILED).findFirst();
    }

    boolean hasWarnings() {
        return steps.stream().anyMatch(step -> step.verdict() == Verdict.WARNING);
    }

    /** What came of it all, in one sentence. */
    String summary() {
        return failure()
                .map(step -> texts.get("connect.check.failed", name(step)))
                .orElseGet(() -> texts.get(hasWarnings() ? "connect.check.warned" : "connect.check.passed"));
    }

    /** What the step looks at. */
    String name(CheckStep step) {
        return texts.get("connect.check.step." + step.kind());
    }

    /** What came of the step. */
    String verdict(CheckStep step) {
        return texts.get("connect.check.verdict." + step.verdict());
    }

    /** What was seen, as a sentence; a skipped step has nothing to tell. */
    String detail(CheckStep step) {
        return step.verdict() == Verdict.SKIPPED ? "" : sentence(step.detail());
    }

    /** With a capital, unless it begins with something that must be written as it is, such as a URI or a name. */
    private static String sentence(String text) {
        String stripped = text.strip();
        boolean word = stripped.matches("(?s)(?!libvirt)[a-z]+:?( .*)?");
        return word ? Character.toUpperCase(stripped.charAt(0)) + stripped.substring(1) : stripped;
    }

    /** Everything as text, for a mail to whoever runs the host. */
    String all() {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("connect.check.report", uri));
        for (CheckStep step : steps) {
            String detail = detail(step);
            lines.add("[" + verdict(step) + "] " + name(step) + (detail.isEmpty() ? "" : ": " + detail));
            if (!step.remedy().isEmpty()) {
                lines.add("    " + texts.get("connect.check.remedy", step.remedy()));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
