package org.innkeeper.app.main;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.innkeeper.app.i18n.Quantities;

/** A small bar with its share in percent: how busy a host is. */
final class Meter extends HBox {
    private static final double HEIGHT = 4;
    private static final double NARROWEST = 16;

    private final Track track = new Track();
    private final Label value = new Label();
    private final String title;

    /** The bar itself. */
    private static final class Track extends Region {
        private final Region fill = new Region();
        private double share = Double.NaN;

        Track() {
            getStyleClass().add("meter-track");
            fill.getStyleClass().add("meter-fill");
            fill.setManaged(false);
            setMinSize(NARROWEST, HEIGHT);
            setPrefSize(NARROWEST, HEIGHT);
            setMaxSize(Double.MAX_VALUE, HEIGHT);
            getChildren().add(fill);
        }

        void show(double newShare) {
            share = newShare;
            layoutChildren();
        }

        @Override
        protected void layoutChildren() {
            double part = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
            fill.resizeRelocate(0, 0, Math.rint(getWidth() * part), HEIGHT);
        }
    }

    /** @param style the style class that gives the colour */
    Meter(String title, String style) {
        this.title = title;
        getStyleClass().addAll("meter", style);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        HBox.setHgrow(track, Priority.ALWAYS);
        value.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(title);
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, track, value);
    }

    /** Shows a share of 0 to 1; NaN is not known. */
    void show(double share) {
        String text = Quantities.percent(share);
        if (!text.equals(value.getText())) {
            value.setText(text);
            setAccessibleText(title + " " + text);
        }
        track.show(share);
    }
}
