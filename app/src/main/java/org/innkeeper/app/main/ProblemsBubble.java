package org.innkeeper.app.main;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Bubble;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.job.Problem;
import org.innkeeper.app.problem.ProblemText;

/** The list behind the count of problems. */
final class ProblemsBubble {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 360;
    private static final int FEW = 5;

    private final AppContext context;
    private final VBox list = new VBox();
    private final Bubble bubble;

    ProblemsBubble(AppContext context) {
        this.context = context;
        list.getStyleClass().add("problem-list");
        fill();
        Button clear = new Button(context.text("main.problems.clear"));
        clear.getStyleClass().add("flat");
        clear.setOnAction(event -> clear());
        Label title = new Label(context.text("main.problems.title"));
        title.getStyleClass().add("inspector-name");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(8, head, scrolled());
        box.setId("problems");
        box.getStyleClass().add("hover-card");
        box.setPrefWidth(WIDTH);
        bubble = new Bubble(box);
    }

    /** Opens above the button. */
    void show(Node button) {
        bubble.showAbove(button);
    }

    private void clear() {
        context.problems().clear();
        bubble.hide();
    }

    /** A few are shown as they are; many scroll. */
    private Node scrolled() {
        if (list.getChildren().size() <= FEW) {
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
            bubble.hide();
            context.navigator().showProblem(problem.error());
        });
        Button dismiss = new Button(null, Icons.action("mdi2c-close", 14));
        dismiss.getStyleClass().addAll("flat", "small-button");
        dismiss.setAccessibleText(context.text("main.problems.dismiss"));
        dismiss.setOnAction(event -> dismiss(problem));
        HBox line = new HBox(8, Icons.action("mdi2a-alert-circle-outline", 16), text, more, dismiss);
        line.getStyleClass().add("problem-line");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void dismiss(Problem problem) {
        context.problems().dismiss(problem);
        fill();
        if (list.getChildren().isEmpty()) {
            bubble.hide();
        }
    }
}
