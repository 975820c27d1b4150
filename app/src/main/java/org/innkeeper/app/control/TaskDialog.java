package org.innkeeper.app.control;

import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.task.FxThread;

/**
 * A dialog: its title is the task as a verb, the default button does the likely thing, Escape cancels. For the FX
 * thread.
 */
public final class TaskDialog {
    private static final String STYLES = "/org/innkeeper/app/control/controls.css";

    private final AppContext context;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final HBox left = new HBox(8);
    private final Label note = new Label();
    private final HBox right = new HBox(8);
    private final Button cancel;
    private BooleanSupplier mayClose = () -> true;

    /** @param id the id of its root, for style sheets and tests */
    public TaskDialog(AppContext context, String id, String title) {
        this.context = context;
        root.setId(id);
        root.getStyleClass().add("task-dialog");
        stage.setTitle(title);
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        root.setTop(heading);
        cancel = new Button(context.text("control.cancel"));
        cancel.setId("cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close());
        right.setAlignment(Pos.CENTER_RIGHT);
        right.getChildren().add(cancel);
        left.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox footer = new HBox(8, left, note, right);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        right.setMinWidth(Region.USE_PREF_SIZE);
        left.setMinWidth(Region.USE_PREF_SIZE);
        root.setBottom(footer);
        Scene scene = new Scene(root);
        context.appearance().dress(scene);
        scene.getStylesheets().add(STYLES);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !cancel.isDisabled()) {
                close();
                event.consume();
            }
        });
        stage.setScene(scene);
        ProgramIcons.dress(stage);
        stage.setOnCloseRequest(event -> {
            if (!mayClose.getAsBoolean()) {
                event.consume();
            }
        });
    }

    public AppContext context() {
        return context;
    }

    public Stage stage() {
        return stage;
    }

    /** What it is about. */
    public TaskDialog content(Node... parts) {
        VBox box = new VBox(12, parts);
        box.getStyleClass().add("dialog-content");
        root.setCenter(new FittingScroll(box));
        return this;
    }

    /** What stays in sight below the content, however far that is scrolled; after {@link #content}. */
    public TaskDialog pinned(Node node) {
        Node scrolled = root.getCenter();
        StackPane frame = new StackPane(node);
        frame.getStyleClass().add("dialog-pinned");
        frame.visibleProperty().bind(node.visibleProperty());
        frame.managedProperty().bind(node.managedProperty());
        VBox.setVgrow(scrolled, Priority.ALWAYS);
        root.setCenter(new VBox(scrolled, frame));
        return this;
    }

    /** What fills it from edge to edge, such as a list that scrolls. */
    public TaskDialog wholeContent(Node node) {
        root.setCenter(node);
        return this;
    }

    /** The default button, at the right of Cancel. */
    public Button accept(String label, Runnable action) {
        Button button = new Button(label);
        button.setId("accept");
        button.setDefaultButton(true);
        button.getStyleClass().add("accent");
        button.setOnAction(event -> action.run());
        right.getChildren().add(button);
        return button;
    }

    /** A button that destroys something: red, and never the one that Return presses. */
    public Button danger(String label, Runnable action) {
        Button button = new Button(label);
        button.setId("accept");
        button.getStyleClass().add("danger");
        button.setOnAction(event -> action.run());
        right.getChildren().add(button);
        return button;
    }

    /** A button at the left, beside the way through. */
    public Button aside(String label, Runnable action) {
        Button button = new Button(label);
        button.setOnAction(event -> action.run());
        left.getChildren().add(button);
        return button;
    }

    /** Makes Cancel the only button there is: Close. */
    public TaskDialog closeOnly() {
        cancel.setText(context.text("control.close"));
        cancel.setId("close");
        cancel.setDefaultButton(true);
        return this;
    }

    /** One line beside the buttons, such as what is still missing; null for none. */
    public void note(String text) {
        note.setText(text == null ? "" : text);
    }

    /** While something runs that must not be left, it cannot be closed. */
    public void closableWhen(BooleanSupplier condition) {
        mayClose = condition;
        cancel.setOnAction(event -> {
            if (mayClose.getAsBoolean()) {
                close();
            }
        });
    }

    public Button cancelButton() {
        return cancel;
    }

    /** Shows it before the window the user works in, which waits for it. */
    public void showModal() {
        Window owner = activeWindow();
        if (owner != null) {
            stage.initOwner(owner);
            stage.initModality(Modality.WINDOW_MODAL);
        }
        show();
    }

    /** Makes it as large as what it shows needs by now, as far as the screen has room. */
    public void fit() {
        FxThread.later(() -> {
            stage.sizeToScene();
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            if (stage.getHeight() > room.getHeight()) {
                stage.setHeight(room.getHeight());
            }
            if (stage.getY() + stage.getHeight() > room.getMaxY()) {
                stage.setY(Math.max(room.getMinY(), room.getMaxY() - stage.getHeight()));
            }
        });
    }

    /** Shows it beside the other windows. */
    public void show() {
        stage.setMaxHeight(Screen.getPrimary().getVisualBounds().getHeight());
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
        if (cancel.isDefaultButton()) {
            cancel.requestFocus();
        }
    }

    private static Window activeWindow() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing() && window.isFocused())
                .findFirst()
                .or(() -> Window.getWindows().stream()
                        .filter(window -> window instanceof Stage && window.isShowing())
                        .findFirst())
                .orElse(null);
    }

    public void close() {
        stage.hide();
    }
}
