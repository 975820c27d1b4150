package org.innkeeper.app.main;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.job.Problem;
import org.innkeeper.app.problem.ProblemText;

/** The list behind the count of problems. */
final class ProblemsPopup {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 360;
    private static final int FEW = 5;

    private final AppContext context;
    private final Popup popup = new Popup();
    private final VBox list = new VBox();

    ProblemsPopup(AppContext context) {
        this.context = context;
        popup.setAutoHide(true);
        list.getStyleClass().add("problem-list");
    }

    /** Opens above the button. */
    void show(Node button) {
        Button clear = new Button(context.text("main.problems.clear"));
        clear.getStyleClass().add("flat");
        clear.setOnAction(event -> {
            context.problems().clear();
            popup.hide();
        });
        Label title = new Label(context.text("main.problems.title"));
        title.getStyleClass().add("inspector-name");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(8, head, scrolled());
        box.setId("problems");
        box.getStyleClass().addAll("root", "hover-card");
        box.setPrefWidth(WIDTH);
        box.getStylesheets().setAll(button.getScene().getStylesheets());
        if (button.getScene().getRoot().getStyleClass().contains("dark")) {
            box.getStyleClass().add("dark");
        }
        fill();
        popup.getContent().setAll(box);
        Bounds at = button.localToScreen(button.getBoundsInLocal());
        popup.setAnchorLocation(javafx.stage.PopupWindow.AnchorLocation.WINDOW_BOTTOM_RIGHT);
        popup.show(button, at.getMaxX(), at.getMinY() - 4);
    }

    /** A few are shown as they are; many scroll. */
    private Node scrolled() {
        if (context.problems().problems().size() <= FEW) {
            return list;
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        return scroll;
    }

    private void fill() {
        List<Problem> newestFirst = new ArrayList<>(context.problems().problems());
        Collections.reverse(newestFirst);
        list.getChildren().setAll(newestFirst.stream().map(this::line).toList());
        if (newestFirst.isEmpty()) {
            popup.hide();
        }
    }

    private Node line(Problem problem) {
        Label message = new Label(ProblemText.sentence(problem.error()));
        message.setWrapText(true);
        Label age = new Label(
                context.text("main.problems.age", Quantities.span(Duration.between(problem.time(), Instant.now()))));
        age.getStyleClass().add("quiet");
        VBox text = new VBox(2, message, age);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button more = new Button(context.text("main.problems.details"));
        more.getStyleClass().add("flat");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(event -> {
            popup.hide();
            context.navigator().showProblem(problem.error());
        });
        Button dismiss = new Button(null, Icons.action("mdi2c-close", 14));
        dismiss.getStyleClass().addAll("flat", "small-button");
        dismiss.setAccessibleText(context.text("main.problems.dismiss"));
        dismiss.setOnAction(event -> {
            context.problems().dismiss(problem);
            fill();
        });
        HBox line = new HBox(8, Icons.action("mdi2a-alert-circle-outline", 16), text, more, dismiss);
        line.getStyleClass().add("problem-line");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }
}
