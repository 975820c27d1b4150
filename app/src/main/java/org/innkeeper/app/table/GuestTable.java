package org.innkeeper.app.table;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.theme.Palette;

/**
 * The table of guests. All visible rows are painted on one canvas, once per frame at most, however many rows there are;
 * what is selected is a set of keys. A few nodes without any look stand where the rows are, for assistive technology.
 */
public final class GuestTable extends Region {
    private static final double HEADER = 30;
    private static final double BAR = 12;
    private static final double SMALLEST_THUMB = 0.05;
    private static final PseudoClass FOCUSED_WITHIN = PseudoClass.getPseudoClass("table-focused");

    private final Canvas canvas = new Canvas();
    private final Region surface = new Region();
    private final Palette palette = new Palette();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final GuestSelection selection = new GuestSelection();
    private final CellText words;
    private final MarkShapes marks;
    private final SeriesSource series;
    private final RowPainter painter;
    private final TableHeader header;
    private final RowNodes rowNodes;
    private final HoverCard card;

    private GuestRows rows = GuestRows.EMPTY;
    private ColumnLayout layout = ColumnLayout.standard();
    private ColumnWidths columns = new ColumnWidths(layout, false, 0);
    private int hoverRow = -1;
    private Consumer<ColumnLayout> layoutListener = changed -> {};
    private Runnable selectionListener = () -> {};
    private Consumer<GuestKey> opener = key -> {};
    private ContextMenuRequest contextMenu = (x, y) -> {};
    private Consumer<List<GuestKey>> visibleListener = keys -> {};
    private int announcedFirst = -1;
    private int announcedEnd = -1;
    private GuestRows announcedRows = GuestRows.EMPTY;

    /** Asks for the context menu of the selection. */
    @FunctionalInterface
    public interface ContextMenuRequest {
        /** At a point of the screen, pixels. */
        void showAt(double screenX, double screenY);
    }

    public GuestTable(CellText words, SeriesSource series, MarkShapes marks) {
        this.words = words;
        this.series = series;
        this.marks = marks;
        painter = new RowPainter(canvas.getGraphicsContext2D(), palette, words);
        header = new TableHeader(this, words);
        rowNodes = new RowNodes(this, words);
        card = new HoverCard(this, words, palette);
        setId("guest-table");
        getStyleClass().add("guest-table");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        surface.getStyleClass().add("guest-table-surface");
        vertical.setOrientation(Orientation.VERTICAL);
        for (ScrollBar bar : List.of(vertical, horizontal)) {
            bar.setFocusTraversable(false);
            bar.valueProperty().addListener(change -> repaint());
        }
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(palette, canvas, surface, rowNodes, header, vertical, horizontal);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        palette.onChange(this::repaint);
        focusedProperty().addListener(change -> {
            pseudoClassStateChanged(FOCUSED_WITHIN, isFocused());
            repaint();
        });
        new TableMouse(this, surface).install();
        new TableKeys(this).install();
    }

    // What it shows

    /** Shows these rows; on the FX thread. The scroll position stays with the row at the top. */
    public void setRows(GuestRows newRows) {
        GuestRows before = rows;
        GuestKey anchor = vertical.getValue() > 0 && firstRow() < before.size()
                ? before.get(firstRow()).key()
                : null;
        double rest = vertical.getValue() % RowPainter.ROW;
        rows = newRows;
        boolean changed = before.severalHosts() != newRows.severalHosts();
        if (!newRows.sameOrder(before)) {
            changed = true;
            if (selection.retain(newRows)) {
                selectionListener.run();
            }
            arrangeBars();
            int row = newRows.query().equals(before.query()) ? newRows.indexOf(anchor) : -1;
            if (row >= 0) {
                vertical.setValue(clampScroll(row * RowPainter.ROW + rest));
            } else if (!newRows.query().equals(before.query())) {
                vertical.setValue(0);
            }
        }
        if (changed) {
            requestLayout();
        }
        card.refresh();
        repaint();
    }

    public GuestRows rows() {
        return rows;
    }

    /** The colours of the theme, for others that paint beside the table. */
    public Palette palette() {
        return palette;
    }

    /** The region of the rows, without the titles. */
    public Region rowArea() {
        return surface;
    }

    public ColumnLayout columnLayout() {
        return layout;
    }

    public void setColumnLayout(ColumnLayout wanted) {
        if (!wanted.equals(layout)) {
            layout = wanted;
            requestLayout();
            repaint();
            layoutListener.accept(wanted);
        }
    }

    /** Uses the family of that font for what is painted. */
    public void setFontFamily(String family) {
        painter.setFamily(family);
        repaint();
    }

    // What is selected

    public GuestSelection selection() {
        return selection;
    }

    /** The selected guests in the order of the rows. */
    public List<GuestSnapshot> selectedGuests() {
        return rows.select(selection);
    }

    /** Selects every row. */
    public void selectAll() {
        selection.all(rows);
        selectionChanged();
    }

    /** Selects these guests and brings the first of them into view. */
    public void select(Collection<GuestKey> keys) {
        selection.set(keys);
        selectionChanged();
        reveal(rows.indexOf(selection.focus()));
    }

    /** After a change of {@link #selection()}. */
    void selectionChanged() {
        repaint();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        selectionListener.run();
    }

    // Who is told

    public void onSelection(Runnable listener) {
        selectionListener = listener;
    }

    public void onColumnLayout(Consumer<ColumnLayout> listener) {
        layoutListener = listener;
    }

    public void onOpen(Consumer<GuestKey> listener) {
        opener = listener;
    }

    public void onContextMenu(ContextMenuRequest listener) {
        contextMenu = listener;
    }

    /** Told when other guests came into view. */
    public void onVisible(Consumer<List<GuestKey>> listener) {
        visibleListener = listener;
    }

    void open(GuestKey key) {
        opener.accept(key);
    }

    void requestContextMenu(double screenX, double screenY) {
        contextMenu.showAt(screenX, screenY);
    }

    // Where things are

    ColumnWidths columns() {
        return columns;
    }

    double scrollX() {
        return horizontal.isVisible() ? horizontal.getValue() : 0;
    }

    double scrollY() {
        return Math.rint(vertical.getValue());
    }

    int firstRow() {
        return (int) (scrollY() / RowPainter.ROW);
    }

    int pageRows() {
        return Math.max(1, (int) (canvas.getHeight() / RowPainter.ROW) - 1);
    }

    /** The row at a height of the surface, or -1. */
    int rowAt(double y) {
        int row = (int) Math.floor((y + scrollY()) / RowPainter.ROW);
        return row >= 0 && row < rows.size() ? row : -1;
    }

    /** The upper edge of a row, from that of the surface. */
    double topOf(int row) {
        return row * RowPainter.ROW - scrollY();
    }

    Region surface() {
        return surface;
    }

    SeriesSource series() {
        return series;
    }

    HoverCard card() {
        return card;
    }

    void scrollBy(double pixelsRight, double pixelsDown) {
        vertical.setValue(clampScroll(vertical.getValue() + pixelsDown));
        horizontal.setValue(Math.max(0, Math.min(horizontal.getMax(), horizontal.getValue() + pixelsRight)));
    }

    /** Scrolls as little as needed to show a whole row. */
    void reveal(int row) {
        if (row < 0) {
            return;
        }
        double top = row * RowPainter.ROW;
        double height = Math.max(RowPainter.ROW, surface.getHeight());
        if (top < vertical.getValue()) {
            vertical.setValue(top);
        } else if (top + RowPainter.ROW > vertical.getValue() + height) {
            vertical.setValue(clampScroll(top + RowPainter.ROW - height));
        }
    }

    void setHoverRow(int row) {
        if (row != hoverRow) {
            hoverRow = row;
            repaint();
        }
    }

    private double clampScroll(double value) {
        return Math.max(0, Math.min(vertical.getMax(), value));
    }

    // Layout and painting

    private void repaint() {
        setNeedsLayout(true);
    }

    private double viewHeight() {
        return Math.max(1, getHeight() - HEADER - (horizontal.isVisible() ? BAR : 0));
    }

    private void arrangeBars() {
        double view = viewHeight();
        double most = Math.max(0, rows.size() * RowPainter.ROW - view);
        vertical.setMax(most);
        vertical.setVisibleAmount(most <= 0 ? 1 : Math.max(SMALLEST_THUMB, view / (view + most)) * most);
        vertical.setUnitIncrement(RowPainter.ROW);
        vertical.setBlockIncrement(view - RowPainter.ROW);
        vertical.setVisible(most > 0);
        if (vertical.getValue() > most) {
            vertical.setValue(most);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        arrangeBars();
        double inner = width - (vertical.isVisible() ? BAR : 0);
        columns = new ColumnWidths(layout, rows.severalHosts(), inner);
        double over = Math.max(0, columns.total() - inner);
        if (horizontal.isVisible() != over > 0) {
            horizontal.setVisible(over > 0);
            arrangeBars();
        }
        double view = viewHeight();
        horizontal.setMax(over);
        horizontal.setVisibleAmount(over <= 0 ? 1 : inner / columns.total() * over);
        if (horizontal.getValue() > over) {
            horizontal.setValue(over);
        }
        header.resizeRelocate(0, 0, width, HEADER);
        header.arrange(columns, scrollX());
        surface.resizeRelocate(0, HEADER, inner, view);
        canvas.relocate(0, HEADER);
        canvas.setWidth(inner);
        canvas.setHeight(view);
        vertical.resizeRelocate(width - BAR, HEADER, BAR, view);
        horizontal.resizeRelocate(0, getHeight() - BAR, inner, BAR);
        paint();
    }

    private void paint() {
        TableFrame frame = new TableFrame(
                rows,
                selection,
                columns,
                series,
                marks,
                scrollX(),
                scrollY(),
                canvas.getWidth(),
                canvas.getHeight(),
                hoverRow,
                isFocused());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, frame.width(), frame.height());
        for (int row = frame.firstRow(); row < frame.endRow(); row++) {
            painter.paint(frame, row);
        }
        rowNodes.arrange(frame);
        announce(frame.firstRow(), frame.endRow());
    }

    private void announce(int first, int end) {
        if (first != announcedFirst || end != announcedEnd || !rows.sameOrder(announcedRows)) {
            announcedFirst = first;
            announcedEnd = end;
            announcedRows = rows;
            List<GuestKey> visible = new java.util.ArrayList<>();
            for (int row = first; row < end; row++) {
                visible.add(rows.get(row).key());
            }
            visibleListener.accept(visible);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> rows.size();
            case COLUMN_COUNT -> columns.count();
            case FOCUS_ITEM -> rowNodes.nodeOf(rows.indexOf(selection.focus()));
            case SELECTED_ITEMS -> rowNodes.selected();
            case MULTIPLE_SELECTION -> true;
            case TEXT -> words.accessibleName();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
