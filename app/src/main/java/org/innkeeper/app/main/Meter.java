package org.innkeeper.app.main;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.innkeeper.app.i18n.Quantities;

/** A small bar with its share in percent: how busy a host is. */
final class Meter extends HBox {
    private static final double HEIGHT = 4;

    private final StackPane track = new StackPane();
    private final Region fill = new Region();
    private final Label value = new Label();
    private final String title;
    private double share = Double.NaN;

    /** @param style the style class that gives the colour */
    Meter(String title, String style) {
        this.title = title;
        getStyleClass().addAll("meter", style);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        track.getStyleClass().add("meter-track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinHeight(HEIGHT);
        track.setPrefHeight(HEIGHT);
        track.setMaxHeight(HEIGHT);
        fill.getStyleClass().add("meter-fill");
        fill.setMinHeight(HEIGHT);
        fill.setMaxHeight(HEIGHT);
        track.getChildren().add(fill);
        HBox.setHgrow(track, Priority.ALWAYS);
        track.widthProperty().addListener(change -> stretch());
        value.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(title);
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, track, value);
    }

    /** Shows a share of 0 to 1; NaN is not known. */
    void show(double newShare) {
        String text = Quantities.percent(newShare);
        if (!text.equals(value.getText())) {
            value.setText(text);
            setAccessibleText(title + " " + text);
        }
        share = newShare;
        stretch();
    }

    private void stretch() {
        double width = Double.isNaN(share) ? 0 : Math.rint(track.getWidth() * Math.max(0, Math.min(1, share)));
        if (fill.getMaxWidth() != width) {
            fill.setMinWidth(width);
            fill.setMaxWidth(width);
        }
    }
}
