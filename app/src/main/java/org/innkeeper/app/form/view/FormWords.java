package org.innkeeper.app.form.view;

import java.util.List;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.form.BootEntry;
import org.innkeeper.app.form.Change;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;

/** What fields and their values are called. */
public final class FormWords {
    private final Texts texts;

    public FormWords(Texts texts) {
        this.texts = texts;
    }

    /** The label of a field, with its mnemonic. */
    String label(Field<?> field) {
        return texts.get("form." + field.id());
    }

    /** Its name within a sentence. */
    String name(Field<?> field) {
        return FieldGrid.plain(label(field));
    }

    /** One line of help, or null. */
    String help(Field<?> field) {
        String key = "form." + field.id() + ".help";
        return texts.has(key) ? texts.get(key) : null;
    }

    /** A choice in words, with the name it has in the definition. */
    String choice(Field<?> field, String value) {
        if (value == null) {
            return texts.get("form.choice.none");
        }
        String own = "form." + field.id() + "." + value;
        String common = "form.choice." + value;
        return texts.has(own) ? texts.get(own) : texts.has(common) ? texts.get(common) : value;
    }

    /** A value as it stands in a sentence. */
    String value(Field<?> field, Object value) {
        if (value == null || (value instanceof String text && text.isEmpty())) {
            return texts.get("form.value.none");
        }
        return switch (field.kind()) {
            case MEMORY -> Quantities.kibibytes((Long) value);
            case SWITCH -> texts.get((Boolean) value ? "form.value.on" : "form.value.off");
            case CHOICE -> choice(field, (String) value);
            case BOOT_ORDER -> bootOrder(value);
            case TEXT, LINES, COUNT, SUGGESTION, PATH -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "…";
    }

    private String bootOrder(Object value) {
        List<String> names = ((List<?>) value)
                .stream()
                        .map(BootEntry.class::cast)
                        .filter(BootEntry::enabled)
                        .map(this::device)
                        .toList();
        return names.isEmpty() ? texts.get("form.boot.summaryNothing") : String.join(", ", names);
    }

    /** A device to boot from. */
    String device(BootEntry entry) {
        return texts.get("form.boot.kind." + entry.kind(), entry.name());
    }

    /** A change in words. */
    public String change(Change change) {
        return texts.get(
                "form.change",
                name(change.field()),
                value(change.field(), change.before()),
                value(change.field(), change.after()));
    }
}
