package org.innkeeper.app.form;

import java.util.List;

/**
 * Fields that belong together.
 *
 * @param id page, dot, name: the key of its title
 */
public record FormSection(String id, List<Field<?>> fields) {
    public FormSection {
        fields = List.copyOf(fields);
    }

    public static FormSection of(String id, Field<?>... fields) {
        return new FormSection(id, List.of(fields));
    }
}
