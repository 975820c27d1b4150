package org.innkeeper.app.table;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;
import org.innkeeper.core.model.DomainState;

/** The mark of a state: each has a shape of its own, so that the colour is only a help. */
public final class StateMark {
    /** Width and height, pixels. */
    public static final double SIZE = 12;

    private StateMark() {}

    /** The colour that goes with a state. */
    public static Token token(DomainState state) {
        return switch (state) {
            case RUNNING, BLOCKED -> Token.RUNNING;
            case PAUSED, SHUTTING_DOWN -> Token.PAUSED;
            case CRASHED -> Token.PROBLEM;
            case PM_SUSPENDED -> Token.SLEEPING;
            case SHUT_OFF, NO_STATE -> Token.OFF;
        };
    }

    /** Paints it with its upper left corner at a point. */
    public static void paint(GraphicsContext gc, Palette palette, DomainState state, double left, double top) {
        Color colour = palette.get(token(state));
        gc.setFill(colour);
        gc.setStroke(colour);
        gc.setLineWidth(1.5);
        switch (state) {
            case RUNNING, BLOCKED -> triangle(gc, left + 2, top + 0.5, 10, 11);
            case PAUSED -> {
                gc.fillRect(left + 2, top + 1, 3, 10);
                gc.fillRect(left + 7, top + 1, 3, 10);
            }
            case SHUTTING_DOWN -> {
                gc.strokeArc(left + 1.5, top + 1.5, 9, 9, 125, 290, javafx.scene.shape.ArcType.OPEN);
                gc.strokeLine(left + 6, top + 0.5, left + 6, top + 5.5);
            }
            case CRASHED -> {
                gc.fillPolygon(new double[] {left + 6, left + 12, left}, new double[] {top, top + 11.5, top + 11.5}, 3);
                gc.setFill(palette.get(Token.TEXT_ON_ACCENT));
                gc.fillRect(left + 5.25, top + 4, 1.5, 4);
                gc.fillRect(left + 5.25, top + 9, 1.5, 1.5);
            }
            case PM_SUSPENDED -> moon(gc, left, top);
            case SHUT_OFF -> gc.strokeRoundRect(left + 2, top + 2, 8, 8, 3, 3);
            case NO_STATE -> {
                gc.setLineDashes(2, 2);
                gc.strokeOval(left + 1.5, top + 1.5, 9, 9);
                gc.setLineDashes();
            }
        }
    }

    private static void triangle(GraphicsContext gc, double left, double top, double width, double height) {
        gc.fillPolygon(new double[] {left, left + width, left}, new double[] {top, top + height / 2, top + height}, 3);
    }

    private static void moon(GraphicsContext gc, double left, double top) {
        gc.beginPath();
        gc.moveTo(left + 8, top + 1);
        gc.bezierCurveTo(left - 1, top - 1, left - 1, top + 13, left + 8, top + 11);
        gc.bezierCurveTo(left + 4, top + 9, left + 4, top + 3, left + 8, top + 1);
        gc.closePath();
        gc.fill();
    }
}
