package org.innkeeper.app.form.page;

import java.util.List;
import java.util.Optional;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.FormValues;
import org.innkeeper.app.form.Surroundings;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Availability;
import org.innkeeper.core.xml.domain.DomainProperties;

/** What a guest is called and what it is for. */
public final class OverviewPage implements FormPage {
    /** Renaming is an operation of its own, not a change of the definition. */
    public static final Field<String> NAME = new Field<>(
                    "overview.name",
                    Field.Kind.TEXT,
                    base -> DomainProperties.NAME.get(base.root()).orElse(""),
                    null)
            .required()
            .check(OverviewPage::nameProblem)
            .availableIf(OverviewPage::renaming);

    public static final Field<String> TITLE = Field.line("overview.title", DomainProperties.TITLE)
            .check((value, values) -> value != null && value.contains("\n")
                    ? Optional.of(new Message("form.problem.oneLine"))
                    : Optional.empty());

    public static final Field<String> DESCRIPTION = Field.lines("overview.description", DomainProperties.DESCRIPTION);

    private static Optional<Message> nameProblem(String name, FormValues values) {
        if (name.contains("/")) {
            return Optional.of(new Message("form.problem.slash"));
        }
        if (values.surroundings().takenNames().contains(name)) {
            return Optional.of(new Message("form.problem.taken", name));
        }
        return Optional.empty();
    }

    private static Availability renaming(FormValues values) {
        Surroundings around = values.surroundings();
        return around.rename().and(() -> Availability.unless(around.active(), "form.lock.renameWhileOff"));
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String icon() {
        return "mdi2i-information-outline";
    }

    @Override
    public List<FormSection> sections() {
        return List.of(FormSection.of("overview.identity", NAME, TITLE, DESCRIPTION));
    }

    @Override
    public String summary(FormValues values, Texts texts) {
        String title = values.get(TITLE);
        return title == null || title.isBlank() ? values.get(NAME) : title;
    }
}
