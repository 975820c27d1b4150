package org.innkeeper.app.main;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.innkeeper.app.settings.Section;

/**
 * The middle of the main window between its two sides, which can be dragged and folded away. Their widths stay the same
 * whatever the width of the window, and are remembered.
 */
final class SideParts extends Region {
    private static final double SIDEBAR = 208;
    private static final double INSPECTOR = 248;
    private static final double NARROWEST = 160;
    private static final double WIDEST = 420;
    private static final double MIDDLE = 320;
    private static final double GRIP = 5;

    private final Side left;
    private final Side right;
    private final Node middle;
    private final Section remembered;

    /** One side with the line one drags it by. */
    private final class Side {
        private final Region part;
        private final String name;
        private final Region grip = new Region();
        private final Region line = new Region();
        private final int direction;
        private double width;
        private double pressedAt;
        private double widthAtPress;

        Side(Region part, String name, double width, int direction) {
            this.part = part;
            this.name = name;
            this.direction = direction;
            this.width = legal(remembered.number(name + "Width").orElse(width));
            line.getStyleClass().add("side-line");
            grip.setCursor(Cursor.H_RESIZE);
            grip.setOnMousePressed(event -> {
                pressedAt = event.getScreenX();
                widthAtPress = this.width;
            });
            grip.setOnMouseDragged(this::drag);
            grip.setOnMouseReleased(event -> remembered.put(name + "Width", this.width));
            show(remembered.flag(name, true));
        }

        private void drag(MouseEvent event) {
            width = legal(widthAtPress + direction * (event.getScreenX() - pressedAt));
            requestLayout();
        }

        void show(boolean shown) {
            part.setVisible(shown);
            grip.setVisible(shown);
            line.setVisible(shown);
        }

        void toggle() {
            show(!part.isVisible());
            remembered.put(name, part.isVisible());
            requestLayout();
        }

        double width() {
            return part.isVisible() ? width : 0;
        }
    }

    SideParts(Region sidebar, Node middle, Region inspector, Section remembered) {
        this.remembered = remembered;
        this.middle = middle;
        left = new Side(sidebar, "sidebar", SIDEBAR, 1);
        right = new Side(inspector, "inspector", INSPECTOR, -1);
        getChildren().addAll(middle, sidebar, inspector, left.line, right.line, left.grip, right.grip);
    }

    private static double legal(double width) {
        return Math.rint(Math.max(NARROWEST, Math.min(WIDEST, width)));
    }

    void toggleSidebar() {
        left.toggle();
    }

    void toggleInspector() {
        right.toggle();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double start = Math.min(left.width(), Math.max(0, width - MIDDLE));
        double end = Math.max(start + Math.min(MIDDLE, width - start), width - right.width());
        left.part.resizeRelocate(0, 0, start, height);
        right.part.resizeRelocate(end, 0, Math.max(0, width - end), height);
        middle.resizeRelocate(start, 0, end - start, height);
        left.line.resizeRelocate(start - 1, 0, 1, height);
        right.line.resizeRelocate(end, 0, 1, height);
        left.grip.resizeRelocate(start - GRIP / 2, 0, GRIP, height);
        right.grip.resizeRelocate(end - GRIP / 2, 0, GRIP, height);
    }
}
