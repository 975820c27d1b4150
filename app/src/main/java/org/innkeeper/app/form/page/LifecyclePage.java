package org.innkeeper.app.form.page;

import java.util.List;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.FormValues;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.core.xml.domain.DomainProperties;

/** What becomes of a guest when its run ends. */
public final class LifecyclePage implements FormPage {
    public static final Field<String> ON_POWEROFF = Field.choice("lifecycle.poweroff", DomainProperties.ON_POWEROFF);
    public static final Field<String> ON_REBOOT = Field.choice("lifecycle.reboot", DomainProperties.ON_REBOOT);
    public static final Field<String> ON_CRASH = Field.choice("lifecycle.crash", DomainProperties.ON_CRASH);

    @Override
    public String id() {
        return "lifecycle";
    }

    @Override
    public String icon() {
        return "mdi2r-recycle";
    }

    @Override
    public List<FormSection> sections() {
        return List.of(FormSection.of("lifecycle.actions", ON_POWEROFF, ON_REBOOT, ON_CRASH));
    }

    @Override
    public String summary(FormValues values, Texts texts) {
        String crash = values.get(ON_CRASH);
        return texts.get(
                "form.lifecycle.summary",
                crash == null ? texts.get("form.choice.none") : texts.get("form.choice." + crash));
    }
}
