package org.innkeeper.app.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.CanonicalXml;
import org.innkeeper.core.xml.ThreeWayMerge;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainSecrets;
import org.innkeeper.core.xml.domain.OsProperties;

/**
 * The forms of one guest as they are being filled in. The edited definition is always made anew from the one that was
 * read, with just the values that differ, so that everything else stays as it is to the letter. Not thread-safe.
 */
public final class GuestForm implements FormValues {
    private final List<FormPage> pages;
    private final List<Field<?>> fields;
    private final Map<Field<?>, Object> values = new HashMap<>();
    private final Map<Field<?>, Message> unreadable = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private DomainDocument base;
    private DomainDocument start;
    private boolean autostart;
    private String typedText;
    private InnkeeperException typedError;
    private Surroundings surroundings;

    public GuestForm(List<FormPage> pages) {
        this.pages = List.copyOf(pages);
        this.fields =
                pages.stream().<Field<?>>flatMap(page -> page.fields().stream()).toList();
    }

    /**
     * Begins anew.
     *
     * @param xml the stored definition, without secrets
     * @throws InnkeeperException where it cannot be read
     */
    public void load(String xml, boolean newAutostart, Surroundings around) {
        base = DomainDocument.read(xml);
        start = base;
        autostart = newAutostart;
        surroundings = around;
        typedText = null;
        typedError = null;
        values.clear();
        unreadable.clear();
        changed();
    }

    public boolean loaded() {
        return base != null;
    }

    /** What is around the guest changes while the form is open. */
    public void setSurroundings(Surroundings around) {
        if (!around.equals(surroundings)) {
            surroundings = around;
            changed();
        }
    }

    /** Told after each change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    public List<FormPage> pages() {
        return pages;
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public String osType() {
        return OsProperties.TYPE.get(start.root()).orElse("hvm");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T get(Field<T> field) {
        return values.containsKey(field) ? (T) values.get(field) : field.read(new FormBase(start.root(), autostart));
    }

    /** The user has put in a value. */
    public <T> void set(Field<T> field, T value) {
        unreadable.remove(field);
        if (Objects.equals(value, field.read(new FormBase(start.root(), autostart)))) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        changed();
    }

    /** The user has put in what is no value of this field. */
    public void reject(Field<?> field, Message why) {
        unreadable.put(field, why);
        changed();
    }

    /** What is wrong with a field. */
    public <T> Optional<Message> problem(Field<T> field) {
        Message unread = unreadable.get(field);
        return unread != null ? Optional.of(unread) : field.problem(get(field), this);
    }

    /** The user has edited the text of the definition. What the fields had is in that text already. */
    public void setText(String text) {
        typedText = text;
        try {
            DomainDocument typed = DomainDocument.parse(text);
            typedError = null;
            values.keySet().removeIf(Field::inDefinition);
            unreadable.clear();
            start = typed;
        } catch (InnkeeperException e) {
            typedError = e;
        }
        changed();
    }

    /** Why the text that was typed is no definition. */
    public Optional<InnkeeperException> textError() {
        return Optional.ofNullable(typedError);
    }

    /** Whether the definition was edited as text, in ways that fields may not know. */
    public boolean textEdited() {
        return typedText != null && (typedError != null || !sameMeaning(start, base));
    }

    private static boolean sameMeaning(DomainDocument one, DomainDocument other) {
        return CanonicalXml.sameMeaning(one.root(), other.root());
    }

    /** Forgets what was put in. */
    public void revert() {
        start = base;
        typedText = null;
        typedError = null;
        values.clear();
        unreadable.clear();
        changed();
    }

    /** Whether there is something to apply. */
    public boolean isDirty() {
        return loaded() && (!changes().isEmpty() || textEdited() || !unreadable.isEmpty());
    }

    /** Whether what was put in can be applied; what was wrong before and is untouched is no obstacle. */
    public boolean isValid() {
        if (typedError != null || !unreadable.isEmpty()) {
            return false;
        }
        Set<String> touched = new LinkedHashSet<>();
        changes().forEach(change -> touched.add(change.field().group()));
        return fields.stream().filter(field -> touched.contains(field.group())).allMatch(field -> problem(field)
                .isEmpty());
    }

    /** The values that differ from those that were read, in the order of the pages. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        FormBase was = new FormBase(base.root(), autostart);
        for (Field<?> field : fields) {
            Object before = field.read(was);
            Object after = get(field);
            if (!Objects.equals(before, after)) {
                changes.add(new Change(field, before, after));
            }
        }
        return changes;
    }

    /** Whether the definition itself changes, and not only what is kept beside it. */
    public boolean changesDefinition() {
        return textEdited()
                || changes().stream().anyMatch(change -> change.field().inDefinition());
    }

    /** The definition that was read. */
    public DomainDocument before() {
        return base;
    }

    /** The definition as it will be. */
    public DomainDocument after() {
        DomainDocument edited = start.copy();
        writeChanged(edited, start);
        return edited;
    }

    /** The text to show: what was typed while it is no definition, else the definition as it will be. */
    public String text() {
        return typedError != null ? typedText : after().toText();
    }

    private void writeChanged(DomainDocument target, DomainDocument from) {
        FormBase was = new FormBase(from.root(), autostart);
        Set<String> groups = new LinkedHashSet<>();
        for (Field<?> field : fields) {
            if (field.inDefinition() && !Objects.equals(get(field), field.read(was))) {
                groups.add(field.group());
            }
        }
        for (Field<?> field : fields) {
            if (field.inDefinition() && groups.contains(field.group())) {
                write(field, target);
            }
        }
    }

    private <T> void write(Field<T> field, DomainDocument target) {
        field.write(target.root(), get(field));
    }

    /**
     * The definition to store: today's, with the changes of this form.
     *
     * @param today the stored definition as the host has it now, with its secrets
     * @throws InnkeeperException where somebody else changed the same values since the form was opened
     */
    public String mergedInto(String today) {
        DomainDocument withSecrets = DomainDocument.read(today);
        ThreeWayMerge.Result merged = ThreeWayMerge.merge(
                base.xml(), after().xml(), DomainSecrets.hidden(withSecrets).xml());
        if (!merged.isClean()) {
            throw new InnkeeperException(ErrorInfo.of(
                            ErrorCode.OPERATION_INVALID,
                            ErrorOrigin.NONE,
                            "somebody else has changed the same places of " + base.name() + " meanwhile: "
                                    + String.join(", ", merged.conflicts()))
                    .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, base.name()))
                    .withRemedy("Nothing was changed. “Revert” shows what the host has now; change it there again."));
        }
        DomainDocument result = DomainDocument.of(merged.document());
        DomainSecrets.restore(result, withSecrets);
        return result.toText();
    }
}
