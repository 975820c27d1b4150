package org.innkeeper.app.form;

import java.util.List;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;

/** One page of forms: a kind of device, or another side of a guest. */
public interface FormPage {
    /** The key of its name, {@code form.} id. */
    String id();

    /** The code of its icon. */
    String icon();

    List<FormSection> sections();

    /** One line that tells what the values are. */
    String summary(FormValues values, Texts texts);

    /** What one should know about the values although they are allowed. */
    default List<Message> warnings(FormValues values) {
        return List.of();
    }

    /** All its fields, in their order. */
    default List<Field<?>> fields() {
        return sections().stream()
                .<Field<?>>flatMap(section -> section.fields().stream())
                .toList();
    }
}
