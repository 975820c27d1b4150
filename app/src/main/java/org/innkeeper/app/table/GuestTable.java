package org.innkeeper.app.table;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
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
    private static final PseudoClass FOCUSED_WITHIN = PseudoClass.getPseudoClass("table-focused");

    private final Canvas canvas = new Canvas();
    private final Region surface = new Region();
    private final Palette palette = new Palette();
    private final TableScroll scroll = new TableScroll(this::repaint);
    private final VisibleGuests visible = new VisibleGuests();
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
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().addAll(palette, canvas, surface, rowNodes, header);
        getChildren().addAll(scroll.bars());
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
        GuestKey anchor = scroll.y() > 0 && scroll.firstRow() < before.size()
                ? before.get(scroll.firstRow()).key()
                : null;
        double rest = scroll.intoFirstRow();
        rows = newRows;
        boolean changed = before.severalHosts() != newRows.severalHosts();
        if (!newRows.sameOrder(before)) {
            changed = true;
            if (selection.retain(newRows)) {
                selectionListener.run();
            }
            scroll.fitRows(rows.size(), getHeight() - HEADER);
            int row = newRows.query().equals(before.query()) ? newRows.indexOf(anchor) : -1;
            if (row >= 0) {
                scroll.to(row, rest);
            } else if (!newRows.query().equals(before.query())) {
                scroll.to(0, 0);
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
        scroll.reveal(rows.indexOf(selection.focus()));
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
        visible.onChange(listener);
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

    TableScroll scroll() {
        return scroll;
    }

    Region surface() {
        return surface;
    }

    SeriesSource series() {
        return series;
    }

    /** Whether resting on that cell tells more than it shows. */
    boolean tellsMore(int row, int column) {
        GuestColumn kind = columns.column(column);
        GuestSnapshot guest = rows.get(row);
        return kind.live() || painter.cuts(kind, guest, rows.host(guest.key()), columns.width(column));
    }

    RowPainter painter() {
        return painter;
    }

    HoverCard card() {
        return card;
    }

    void setHoverRow(int row) {
        if (row != hoverRow) {
            hoverRow = row;
            repaint();
        }
    }

    // Layout and painting

    private void repaint() {
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        scroll.fitRows(rows.size(), getHeight() - HEADER);
        double inner = scroll.widthBeside(width);
        columns = new ColumnWidths(layout, rows.severalHosts(), inner);
        scroll.fitColumns(columns.total(), inner);
        header.resizeRelocate(0, 0, width, HEADER);
        header.arrange(columns, scroll.x());
        surface.resizeRelocate(0, HEADER, inner, scroll.height());
        canvas.relocate(0, HEADER);
        canvas.setWidth(inner);
        canvas.setHeight(scroll.height());
        scroll.place(HEADER, inner);
        paint();
    }

    private void paint() {
        TableFrame frame = new TableFrame(
                rows,
                selection,
                columns,
                series,
                marks,
                scroll.x(),
                scroll.y(),
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
        visible.show(frame);
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
