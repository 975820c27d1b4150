package org.innkeeper.app.connect.check;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.core.spi.CheckStep;
import org.innkeeper.core.spi.CheckStep.Verdict;

/** One step: its verdict as a shape and a colour, its name, what was seen, what to do. */
final class StepRow extends HBox {
    /** @param certificates a button that shows the certificates of the step, or null where it has none */
    StepRow(CheckStep step, CheckReport report, Button certificates) {
        super(12);
        setAlignment(Pos.TOP_LEFT);
        setId("step-" + step.kind());
        getStyleClass().addAll("check-step", "check-" + step.verdict().name().toLowerCase(Locale.ROOT));
        Node icon = Icons.action(icon(step.verdict()), 18);
        icon.getStyleClass().add("check-icon");
        VBox words = new VBox(2, words(report.name(step), "check-name"));
        HBox.setHgrow(words, Priority.ALWAYS);
        String detail = report.detail(step);
        if (!detail.isEmpty()) {
            words.getChildren().add(words(detail, "check-detail"));
        }
        if (!step.remedy().isEmpty()) {
            Label remedy = words(step.remedy(), "check-remedy");
            HBox.setHgrow(remedy, Priority.ALWAYS);
            HBox line = new HBox(6, Icons.action("mdi2l-lightbulb-on-outline", 16), remedy);
            line.getStyleClass().add("check-remedy-line");
            words.getChildren().add(line);
        }
        if (certificates != null) {
            words.getChildren().add(certificates);
        }
        getChildren().addAll(icon, words);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(report.name(step) + ", " + report.verdict(step) + ". " + detail + " " + step.remedy());
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "mdi2c-check-circle";
            case WARNING -> "mdi2a-alert";
            case FAILED -> "mdi2c-close-octagon";
            case SKIPPED -> "mdi2m-minus-circle-outline";
        };
    }
}
