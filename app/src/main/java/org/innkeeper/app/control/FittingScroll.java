package org.innkeeper.app.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Is as high as what it holds, and scrolls when there is less room. */
final class FittingScroll extends ScrollPane {
    private final Region content;

    FittingScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("form-scroll");
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? content.prefWidth(-1) : width - snappedLeftInset() - snappedRightInset();
        return content.prefHeight(inside) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
    }
}
