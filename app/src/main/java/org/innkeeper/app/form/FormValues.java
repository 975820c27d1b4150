package org.innkeeper.app.form;

/** The values of a form as they stand now. */
public interface FormValues {
    /** The value of a field; null where the definition has none. */
    <T> T get(Field<T> field);

    Surroundings surroundings();

    /** What the guest is to its host, in the word of its definition: {@code hvm} for a whole machine. */
    String osType();
}
