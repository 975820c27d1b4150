package org.innkeeper.app.form.page;

import java.util.List;
import java.util.Optional;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.FormValues;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.MemoryLimit;
import org.innkeeper.core.xml.domain.DomainProperties;

/** How much memory a guest has. */
public final class MemoryPage implements FormPage {
    private static final long LEAST = 1024;

    public static final Field<Long> MAXIMUM = new Field<>(
                    "memory.maximum",
                    Field.Kind.MEMORY,
                    base -> DomainProperties.MEMORY.get(base.root()).orElse(0L),
                    DomainProperties.MEMORY::set)
            .group("memory")
            .required()
            .check((value, values) -> value < LEAST
                    ? Optional.of(new Message("form.problem.tooLittleMemory", Quantities.kibibytes(LEAST)))
                    : Optional.empty());

    public static final Field<Long> CURRENT = new Field<>(
                    "memory.current",
                    Field.Kind.MEMORY,
                    base -> DomainProperties.CURRENT_MEMORY
                            .get(base.root())
                            .or(() -> DomainProperties.MEMORY.get(base.root()))
                            .orElse(0L),
                    DomainProperties.CURRENT_MEMORY::set)
            .group("memory")
            .required()
            .check((value, values) -> {
                if (value < LEAST) {
                    return Optional.of(new Message("form.problem.tooLittleMemory", Quantities.kibibytes(LEAST)));
                }
                return value > values.get(MAXIMUM)
                        ? Optional.of(
                                new Message("form.problem.upToMaximum", Quantities.kibibytes(values.get(MAXIMUM))))
                        : Optional.empty();
            });

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String icon() {
        return "mdi2m-memory";
    }

    @Override
    public List<FormSection> sections() {
        return List.of(FormSection.of("memory.amount", CURRENT, MAXIMUM));
    }

    @Override
    public String summary(FormValues values, Texts texts) {
        String current = Quantities.kibibytes(values.get(CURRENT));
        if (MemoryLimit.isNone(values.get(MAXIMUM))) {
            return texts.get("form.memory.noLimit", current);
        }
        return values.get(CURRENT).equals(values.get(MAXIMUM))
                ? current
                : texts.get("form.memory.summary", current, Quantities.kibibytes(values.get(MAXIMUM)));
    }

    @Override
    public List<Message> warnings(FormValues values) {
        long host = values.surroundings().hostMemoryKiB();
        return host > 0 && !MemoryLimit.isNone(values.get(MAXIMUM)) && values.get(MAXIMUM) > host
                ? List.of(new Message(
                        "form.memory.overcommit",
                        Quantities.kibibytes(values.get(MAXIMUM)),
                        Quantities.kibibytes(host)))
                : List.of();
    }
}
