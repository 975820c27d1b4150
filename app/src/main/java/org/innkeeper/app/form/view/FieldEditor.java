package org.innkeeper.app.form.view;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.CountField;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.LinesArea;
import org.innkeeper.app.control.PathField;
import org.innkeeper.app.control.SizeField;
import org.innkeeper.app.form.BootEntry;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.GuestForm;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;

/** The control of one field, bound to a form. For the FX thread. */
final class FieldEditor {
    private final Field<?> field;
    private final GuestForm form;
    private final Texts texts;
    private final FormWords words;
    private Runnable showValue = () -> {};
    private boolean showing;
    private FieldRow row;

    FieldEditor(Field<?> field, GuestForm form, Texts texts) {
        this.field = field;
        this.form = form;
        this.texts = texts;
        this.words = new FormWords(texts);
    }

    /** Puts the field into a grid. */
    void addTo(FieldGrid grid, FieldChecks checks) {
        Node control = control();
        control.setId("field-" + field.id());
        row = grid.row(words.label(field), control, words.help(field));
        checks.add(row, this::problem);
    }

    private String problem() {
        return form.loaded()
                ? form.problem(field).map(message -> message.text(texts)).orElse(null)
                : null;
    }

    /** Shows what the form holds by now. */
    void refresh() {
        showing = true;
        showValue.run();
        showing = false;
        row.setDisabledBecause(field.availability(form)
                .reason()
                .map(reason -> reason.text(texts))
                .orElse(null));
    }

    @SuppressWarnings("unchecked")
    private Node control() {
        return switch (field.kind()) {
            case TEXT -> text((Field<String>) field, new TextField());
            case LINES -> {
                TextArea area = new LinesArea();
                area.setPrefRowCount(4);
                area.setWrapText(true);
                yield text((Field<String>) field, area);
            }
            case COUNT -> count((Field<Integer>) field);
            case MEMORY -> memory((Field<Long>) field);
            case CHOICE -> choice((Field<String>) field);
            case SUGGESTION -> suggestion((Field<String>) field);
            case SWITCH -> flag((Field<Boolean>) field);
            case PATH -> path((Field<String>) field);
            case BOOT_ORDER -> bootOrder((Field<List<BootEntry>>) field);
        };
    }

    private <T> void put(Field<T> target, T value) {
        if (!showing) {
            form.set(target, value);
        }
    }

    private void reject(String key) {
        if (!showing) {
            form.reject(field, new Message(key));
        }
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private Node text(Field<String> target, TextInputControl input) {
        input.textProperty().addListener((property, before, now) -> put(target, emptyValue(target, now)));
        showValue = () -> show(input, form.get(target));
        return input;
    }

    /** Where nothing may stand in the definition, an empty text takes the value away. */
    private static String emptyValue(Field<String> target, String text) {
        return text.isEmpty() && !target.isRequired() ? null : text;
    }

    private static void show(TextInputControl input, String value) {
        String text = value == null ? "" : value;
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    private Node count(Field<Integer> target) {
        CountField control = new CountField(texts);
        control.onChange(() -> {
            if (control.value().isPresent()) {
                put(target, control.value().getAsInt());
            } else if (control.blank() && !target.isRequired()) {
                put(target, null);
            } else {
                reject("form.problem.number");
            }
        });
        showValue = () -> {
            if (control.value().isPresent() || control.blank() == (form.get(target) == null)) {
                control.setValue(form.get(target));
            } else if (form.changes().stream().noneMatch(change -> change.field() == target) && !form.isDirty()) {
                control.setValue(form.get(target));
            }
        };
        return control;
    }

    private Node memory(Field<Long> target) {
        SizeField control = SizeField.ofMemory(texts);
        control.onChange(() -> {
            if (control.kibibytes().isPresent()) {
                put(target, control.kibibytes().getAsLong());
            } else {
                reject("form.problem.size");
            }
        });
        showValue = () -> {
            if (control.kibibytes().isPresent()
                    || !form.isDirty()
                    || control.number().getText().isEmpty() && !control.number().isFocused()) {
                control.setKibibytes(form.get(target));
            }
        };
        return control;
    }

    private Node choice(Field<String> target) {
        ComboBox<String> box = new ComboBox<>();
        List<String> values = new ArrayList<>();
        values.add("");
        values.addAll(target.choices());
        box.getItems().setAll(values);
        box.setConverter(new Choice<>(value -> words.choice(target, orNull(value))));
        box.valueProperty().addListener((property, before, now) -> put(target, orNull(now)));
        showValue = () -> {
            String value = Objects.requireNonNullElse(form.get(target), "");
            if (!box.getItems().contains(value)) {
                box.getItems().add(value);
            }
            box.setValue(value);
        };
        return box;
    }

    private Node suggestion(Field<String> target) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(target.choices());
        box.getEditor().textProperty().addListener((property, before, now) -> put(target, orNull(now)));
        showValue = () -> show(box.getEditor(), form.get(target));
        return box;
    }

    private Node flag(Field<Boolean> target) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().addListener((property, before, now) -> put(target, now));
        showValue = () -> toggle.setSelected(form.get(target));
        return toggle;
    }

    private Node path(Field<String> target) {
        PathField control = new PathField(texts, "", List.of());
        control.text().textProperty().addListener((property, before, now) -> put(target, orNull(now)));
        showValue = () -> {
            show(control.text(), form.get(target));
            control.setBrowsable(!form.surroundings().elsewhere());
        };
        return control;
    }

    private Node bootOrder(Field<List<BootEntry>> target) {
        BootOrderEditor editor = new BootOrderEditor(texts, words::device, order -> put(target, order));
        showValue = () -> editor.show(form.get(target));
        return editor;
    }
}
