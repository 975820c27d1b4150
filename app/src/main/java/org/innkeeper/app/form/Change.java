package org.innkeeper.app.form;

/**
 * A value that will be another one.
 *
 * @param before null where the definition did not say
 * @param after null where the definition will not say
 */
public record Change(Field<?> field, Object before, Object after) {}
