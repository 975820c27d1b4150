package org.innkeeper.app.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.Control;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.controlsfx.validation.decoration.ValidationDecoration;

/** Judges the fields of a form while one types, and says beside each what is wrong with it. For the FX thread. */
public final class FieldChecks {
    private final ValidationSupport support = new ValidationSupport();
    private final Map<Control, Supplier<String>> problems = new LinkedHashMap<>();
    private final Map<Control, FieldRow> rows = new LinkedHashMap<>();

    public FieldChecks() {
        support.setValidationDecorator(new BesideTheField());
        // A value that nobody has touched can be wrong too, such as more memory than the host has.
        support.initInitialDecoration();
    }

    /**
     * Adds a field; one whose control has no value of its own is never wrong.
     *
     * @param problem what is wrong with its value in words, or null; asked again with each change of it
     */
    public void add(FieldRow row, Supplier<String> problem) {
        if (row.target() instanceof Control control) {
            rows.put(control, row);
            Validator<Object> validator = (target, value) -> {
                String words = problem.get();
                return words == null ? new ValidationResult() : ValidationResult.fromError(target, words);
            };
            if (support.registerValidator(control, false, validator)) {
                problems.put(control, problem);
            }
        }
    }

    /** Judges all again, since something else has changed on which they depend; false where one is wrong. */
    public boolean pass() {
        support.revalidate();
        return problems.values().stream().map(Supplier::get).allMatch(Objects::isNull);
    }

    private final class BesideTheField implements ValidationDecoration {
        @Override
        public void applyValidationDecoration(ValidationMessage message) {
            rows.get(message.getTarget()).setProblem(message.getText());
        }

        @Override
        public void removeDecorations(Control target) {
            rows.get(target).setProblem(null);
        }

        @Override
        public void applyRequiredDecoration(Control target) {
            // What is required is told when it is missing, and by the accept button until then.
        }
    }
}
