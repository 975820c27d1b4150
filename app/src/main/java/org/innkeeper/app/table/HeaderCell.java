package org.innkeeper.app.table;

import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The title of one column. */
final class HeaderCell extends StackPane {
    private static final PseudoClass SORTED = PseudoClass.getPseudoClass("sorted");
    private static final double GRIP = 6;
    private static final double DRAG = 8;

    private final TableHeader header;
    private final GuestColumn column;
    private final Label label;
    private final Region grip = new Region();
    private double pressedAt;
    private double widthAtPress;
    private boolean moving;
    private String sortMark = "";

    HeaderCell(TableHeader header, GuestColumn column, String title) {
        this.header = header;
        this.column = column;
        label = new Label(title);
        label.setMaxWidth(Double.MAX_VALUE);
        setManaged(false);
        getStyleClass().add("header-cell");
        if (column.live()) {
            getStyleClass().add("numeric");
        }
        setId("column-" + column.id());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(title);
        grip.setManaged(false);
        grip.setCursor(Cursor.H_RESIZE);
        getChildren().addAll(label, grip);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        installGrip();
    }

    private void installGrip() {
        grip.setOnMousePressed(event -> {
            pressedAt = event.getSceneX();
            widthAtPress = getWidth();
            event.consume();
        });
        grip.setOnMouseDragged(event -> {
            header.resize(column, widthAtPress + event.getSceneX() - pressedAt);
            event.consume();
        });
        grip.setOnMouseReleased(MouseEvent::consume);
        grip.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                header.resize(column, 0);
            }
            event.consume();
        });
    }

    private void press(MouseEvent event) {
        pressedAt = event.getSceneX();
        moving = false;
    }

    private void drag(MouseEvent event) {
        moving |= Math.abs(event.getSceneX() - pressedAt) > DRAG && event.getButton() == MouseButton.PRIMARY;
        if (moving) {
            header.dragTo(inHeader(event));
        }
    }

    private void release(MouseEvent event) {
        if (moving) {
            header.dropAt(column, inHeader(event));
        } else if (event.getButton() == MouseButton.PRIMARY && contains(event.getX(), event.getY())) {
            header.sortBy(column);
        }
        moving = false;
    }

    private double inHeader(MouseEvent event) {
        Point2D point = header.sceneToLocal(event.getSceneX(), event.getSceneY());
        return point.getX();
    }

    /** Shows whether the rows are sorted by this column, and which way. */
    void showSort(boolean sorted, boolean ascending, CellText words) {
        String mark = !sorted ? "" : ascending ? " ▴" : " ▾";
        if (!mark.equals(sortMark)) {
            sortMark = mark;
            pseudoClassStateChanged(SORTED, sorted);
            label.setText(words.title(column) + mark);
            setAccessibleText(sorted ? words.sorted(column, ascending) : words.title(column));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        grip.resizeRelocate(getWidth() - GRIP, 0, GRIP, getHeight());
    }
}
