package org.innkeeper.app.table;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** The titles of the columns: click to sort, drag to move, drag an edge to resize, right-click to choose. */
final class TableHeader extends Region {
    private final GuestTable table;
    private final CellText words;
    private final Map<GuestColumn, HeaderCell> cells = new EnumMap<>(GuestColumn.class);
    private final Region drop = new Region();

    TableHeader(GuestTable table, CellText words) {
        this.table = table;
        this.words = words;
        setManaged(false);
        getStyleClass().add("guest-table-header");
        for (GuestColumn column : GuestColumn.values()) {
            HeaderCell cell = new HeaderCell(this, column, words.title(column));
            cells.put(column, cell);
            getChildren().add(cell);
        }
        drop.getStyleClass().add("drop-mark");
        drop.setManaged(false);
        drop.setVisible(false);
        drop.setMouseTransparent(true);
        getChildren().add(drop);
        setOnContextMenuRequested(event -> {
            columnMenu().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Puts each shown title where its column is. */
    void arrange(ColumnWidths columns, double scrollX) {
        cells.values().forEach(cell -> cell.setVisible(false));
        ColumnLayout layout = table.columnLayout();
        for (int i = 0; i < columns.count(); i++) {
            HeaderCell cell = cells.get(columns.column(i));
            cell.setVisible(true);
            cell.resizeRelocate(columns.start(i) - scrollX, 0, columns.width(i), getHeight());
            cell.showSort(layout.sort() == columns.column(i), layout.ascending(), words);
        }
    }

    void sortBy(GuestColumn column) {
        ColumnLayout layout = table.columnLayout();
        boolean again = layout.sort() == column;
        table.setColumnLayout(layout.withSort(column, again ? !layout.ascending() : !column.live()));
    }

    void resize(GuestColumn column, double width) {
        table.setColumnLayout(table.columnLayout().withWidth(column, width));
    }

    /** Shows where a dragged title would go. */
    void dragTo(double x) {
        int place = place(x);
        drop.setVisible(true);
        double at = place < table.columns().count()
                ? table.columns().start(place)
                : table.columns().total();
        drop.resizeRelocate(at - table.scroll().x() - 1, 4, 2, getHeight() - 8);
    }

    void dropAt(GuestColumn column, double x) {
        drop.setVisible(false);
        int place = place(x);
        GuestColumn next = place < table.columns().count() ? table.columns().column(place) : null;
        table.setColumnLayout(table.columnLayout().withMoved(column, next));
    }

    private int place(double x) {
        ColumnWidths columns = table.columns();
        int place = 0;
        while (place < columns.count()
                && columns.start(place) + columns.width(place) / 2
                        < x + table.scroll().x()) {
            place++;
        }
        return place;
    }

    /** The menu to choose columns by. */
    ContextMenu columnMenu() {
        ContextMenu menu = new ContextMenu();
        for (GuestColumn column : GuestColumn.values()) {
            boolean shown = table.columnLayout().slot(column).shown();
            boolean leftOut = shown && !table.columns().has(column);
            CheckMenuItem item = new CheckMenuItem(leftOut ? words.titleLeftOut(column) : words.title(column));
            item.setSelected(shown);
            item.setDisable(column == GuestColumn.NAME);
            item.setOnAction(event -> table.setColumnLayout(table.columnLayout().withShown(column, item.isSelected())));
            menu.getItems().add(item);
        }
        MenuItem standard = new MenuItem(words.standardColumns());
        standard.setOnAction(event -> table.setColumnLayout(ColumnLayout.standard()));
        menu.getItems().addAll(new SeparatorMenuItem(), standard);
        return menu;
    }
}
