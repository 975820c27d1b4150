package org.innkeeper.app.form.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.form.Change;
import org.innkeeper.app.form.GuestForm;
import org.innkeeper.app.i18n.Texts;

/** What will change, in words, when it takes effect, and the ways on: Diff, Revert, Apply. For the FX thread. */
public final class ApplyBar extends HBox {
    private static final int SHOWN = 3;

    private final GuestForm form;
    private final Texts texts;
    private final FormWords words;
    private final Label what = new Label();
    private final Label when = new Label();
    private final Button diff;
    private final Button revert;
    private final Button apply;
    private boolean busy;

    public ApplyBar(GuestForm form, Texts texts, Runnable onDiff, Runnable onRevert, Runnable onApply) {
        this.form = form;
        this.texts = texts;
        this.words = new FormWords(texts);
        getStyleClass().add("apply-bar");
        setAlignment(Pos.CENTER_LEFT);
        diff = button("diff", "mdi2v-vector-difference", onDiff);
        revert = button("revert", "mdi2u-undo", onRevert);
        apply = button("apply", "mdi2c-check", onApply);
        apply.getStyleClass().add("accent");
        what.setId("changes");
        what.setWrapText(true);
        when.getStyleClass().add("quiet");
        when.setWrapText(true);
        VBox text = new VBox(2, what, when);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(text, diff, revert, apply);
    }

    private Button button(String name, String icon, Runnable action) {
        Button button = new Button(texts.get("form." + name), Icons.action(icon, 16));
        button.setId(name);
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** While it is being applied nothing can be pressed. */
    public void setBusy(boolean nowBusy) {
        busy = nowBusy;
        refresh();
    }

    public void refresh() {
        boolean dirty = form.isDirty();
        setVisible(dirty || busy);
        setManaged(dirty || busy);
        if (!dirty) {
            return;
        }
        List<Change> changes = form.changes();
        what.setText(sentence(changes));
        when.setText(texts.get(effect()));
        diff.setDisable(busy || !form.changesDefinition() || form.textError().isPresent());
        revert.setDisable(busy);
        apply.setDisable(
                busy || !form.isValid() || !form.surroundings().change().possible());
    }

    private String sentence(List<Change> changes) {
        if (form.textError().isPresent()) {
            return texts.get("form.changes.badText");
        }
        StringBuilder text = new StringBuilder();
        changes.stream().limit(SHOWN).forEach(change -> text.append(text.isEmpty() ? "" : "   ·   ")
                .append(words.change(change)));
        if (changes.size() > SHOWN) {
            text.append("   ·   ").append(texts.count("form.changes.more", changes.size() - SHOWN));
        }
        if (form.textEdited()) {
            text.append(text.isEmpty() ? "" : "   ·   ").append(texts.get("form.changes.text"));
        }
        return text.isEmpty() ? texts.get("form.changes.unfinished") : text.toString();
    }

    private String effect() {
        if (!form.isValid()) {
            return "form.effect.invalid";
        }
        boolean definition = form.changesDefinition();
        return form.surroundings().active() && definition ? "form.effect.nextStart" : "form.effect.now";
    }
}
