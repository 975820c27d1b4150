package org.innkeeper.app.about;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.ProgramIcons;
import org.innkeeper.app.control.TaskDialog;

/** Says what the program is, and what it runs on. For the FX thread. */
public final class AboutDialog {
    private final TaskDialog dialog;

    public AboutDialog(AppContext context, String version) {
        dialog = new TaskDialog(context, "about-dialog", context.text("about.title"));
        ImageView icon = new ImageView(ProgramIcons.large());
        icon.setFitWidth(72);
        icon.setFitHeight(72);
        Label name = new Label(context.text("main.title"));
        name.getStyleClass().add("page-title");
        Label what = new Label(context.text("about.what"));
        what.setWrapText(true);
        what.setPrefWidth(360);
        HBox top = new HBox(16, icon, new VBox(4, name, what));
        top.setAlignment(Pos.CENTER_LEFT);
        FieldGrid facts = new FieldGrid();
        facts.fact(context.text("about.version"), version);
        facts.fact(
                context.text("about.java"),
                System.getProperty("java.version") + " · JavaFX " + System.getProperty("javafx.version"));
        facts.fact(
                context.text("about.system"), System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.fact(context.text("about.licence"), context.text("about.apache"));
        dialog.content(top, facts).closeOnly();
    }

    public void show() {
        dialog.showModal();
    }
}
