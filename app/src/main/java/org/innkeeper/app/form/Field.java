package org.innkeeper.app.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.session.Availability;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;

/**
 * One value of a guest's definition in a form: how it is read and written, what it may be. Two values are the same when
 * they are equal; null stands for "the definition does not say".
 *
 * @param <T> the type of its value
 */
public final class Field<T> {
    /** The control it is shown in. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** Several lines. */
        LINES,
        /** A whole number. */
        COUNT,
        /** Memory, KiB. */
        MEMORY,
        /** One of a few values. */
        CHOICE,
        /** One of a few values, or another one that is typed. */
        SUGGESTION,
        SWITCH,
        /** A file on the host. */
        PATH,
        BOOT_ORDER
    }

    /** Judges a value. */
    @FunctionalInterface
    public interface Check<T> {
        /** What is wrong with it, in the light of the others; empty where nothing is. */
        Optional<Message> problem(T value, FormValues values);
    }

    private final String id;
    private final Kind kind;
    private final Function<FormBase, T> reader;
    private final BiConsumer<XmlElement, T> writer;
    private List<String> choices = List.of();
    private String group;
    private boolean required;
    private Check<T> check = (value, values) -> Optional.empty();
    private Function<FormValues, Availability> rule = values -> Availability.POSSIBLE;

    /**
     * @param id page, dot, name: the key of its texts and its id on the screen
     * @param writer null for a value that is not part of the definition
     */
    public Field(String id, Kind kind, Function<FormBase, T> reader, BiConsumer<XmlElement, T> writer) {
        this.id = Objects.requireNonNull(id, "id");
        this.kind = kind;
        this.reader = reader;
        this.writer = writer;
        this.group = id;
    }

    private static <T> Field<T> of(String id, Kind kind, Property<T> property) {
        return new Field<>(id, kind, base -> property.get(base.root()).orElse(null), (root, value) -> {
            if (value == null) {
                property.remove(root);
            } else {
                property.set(root, value);
            }
        });
    }

    /** A line of text; an empty one is none. */
    public static Field<String> line(String id, Property<String> property) {
        return of(id, Kind.TEXT, property);
    }

    public static Field<String> lines(String id, Property<String> property) {
        return of(id, Kind.LINES, property);
    }

    public static Field<String> path(String id, Property<String> property) {
        return of(id, Kind.PATH, property);
    }

    public static Field<Integer> count(String id, Property<Integer> property) {
        return of(id, Kind.COUNT, property);
    }

    public static Field<Long> memory(String id, Property<Long> property) {
        return of(id, Kind.MEMORY, property);
    }

    /** One of the property's choices, or none. */
    public static Field<String> choice(String id, Property<String> property) {
        return of(id, Kind.CHOICE, property).choices(property.choices());
    }

    /** Any text, some of which are suggested. */
    public static Field<String> suggestion(String id, Property<String> property, List<String> suggestions) {
        return of(id, Kind.SUGGESTION, property).choices(suggestions);
    }

    /** Yes or no; where the definition does not say, it counts as no. */
    public static Field<Boolean> flag(String id, Property<Boolean> property) {
        return new Field<>(id, Kind.SWITCH, base -> property.get(base.root()).orElse(false), property::set);
    }

    /** Names the values to choose from; their texts are {@code form.} id {@code .} value where there is such a text. */
    public Field<T> choices(List<String> values) {
        choices = List.copyOf(values);
        return this;
    }

    /** Fields of one group are written together: what one means depends on the others. */
    public Field<T> group(String name) {
        group = name;
        return this;
    }

    /** It cannot be left empty. */
    public Field<T> required() {
        required = true;
        return this;
    }

    public Field<T> check(Check<T> newCheck) {
        check = newCheck;
        return this;
    }

    /** Says whether it can be changed where the others can. */
    public Field<T> availableIf(Function<FormValues, Availability> newRule) {
        rule = newRule;
        return this;
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> choices() {
        return choices;
    }

    public String group() {
        return group;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether it is a part of the definition; others take effect at once. */
    public boolean inDefinition() {
        return writer != null;
    }

    public T read(FormBase base) {
        return reader.apply(base);
    }

    void write(XmlElement root, T value) {
        writer.accept(root, value);
    }

    Optional<Message> problem(T value, FormValues values) {
        if (required && (value == null || value.toString().isBlank())) {
            return Optional.of(new Message("form.problem.required"));
        }
        return check.problem(value, values);
    }

    /** Whether it can be changed, and why not. */
    public Availability availability(FormValues values) {
        Surroundings around = values.surroundings();
        return around.change()
                .and(() -> Availability.unless(inDefinition() && !around.persistent(), "form.lock.transient"))
                .and(() -> rule.apply(values));
    }

    @Override
    public String toString() {
        return id;
    }
}
