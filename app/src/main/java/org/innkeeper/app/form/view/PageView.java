package org.innkeeper.app.form.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.form.Field;
import org.innkeeper.app.form.FormPage;
import org.innkeeper.app.form.FormSection;
import org.innkeeper.app.form.GuestForm;
import org.innkeeper.app.i18n.Texts;

/** One page of a form: its sections with their fields, and what one should know about the values. */
public final class PageView extends VBox {
    private final FormPage page;
    private final GuestForm form;
    private final Texts texts;
    private final FieldChecks checks = new FieldChecks();
    private final List<FieldEditor> editors = new ArrayList<>();
    private final Callout warnings = new Callout(Callout.Kind.WARNING, null);

    public PageView(FormPage page, GuestForm form, Texts texts) {
        this.page = page;
        this.form = form;
        this.texts = texts;
        getStyleClass().add("form-page");
        Label title = new Label(texts.get("form." + page.id()));
        title.getStyleClass().add("page-title");
        getChildren().addAll(title, warnings);
        page.sections().forEach(section -> getChildren().add(section(section)));
    }

    private Node section(FormSection section) {
        Label title = new Label(texts.get("form." + section.id()));
        title.getStyleClass().add("section-title");
        FieldGrid grid = new FieldGrid();
        for (Field<?> field : section.fields()) {
            FieldEditor editor = new FieldEditor(field, form, texts);
            editor.addTo(grid, checks);
            editors.add(editor);
        }
        VBox box = new VBox(title, grid);
        box.getStyleClass().add("form-section");
        return box;
    }

    /** Adds something below the fields. */
    public void append(Node node) {
        getChildren().add(node);
    }

    /** Shows what the form holds by now. */
    public void refresh() {
        editors.forEach(FieldEditor::refresh);
        checks.pass();
        String words =
                page.warnings(form).stream().map(warning -> warning.text(texts)).collect(Collectors.joining("\n"));
        warnings.show(words.isEmpty() ? null : words);
    }
}
