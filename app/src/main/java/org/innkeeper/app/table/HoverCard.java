package org.innkeeper.app.table;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.util.Duration;
import org.innkeeper.app.control.Bubble;
import org.innkeeper.app.control.Lazy;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.theme.Palette;

/** What appears when the mouse rests on a live cell: the last minute, larger and with numbers. */
final class HoverCard {
    private static final int SPAN = 60;
    private static final double WIDTH = 240;
    private static final double HEIGHT = 72;

    /** So far from the row that the mouse never rests on the card itself. */
    private static final double GAP = 4;

    private final GuestTable table;
    private final CellText words;
    private final Palette palette;
    private final Lazy<PauseTransition> rest = Lazy.of(this::makeRest);
    private final Lazy<Card> card = Lazy.of(Card::new);
    private final CellSeries series = new CellSeries(SPAN);
    private final SparklinePainter painter = new SparklinePainter(SPAN);
    private GuestKey guest;
    private GuestColumn column;

    /** What is seen; made when it is first seen. */
    private static final class Card {
        private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
        private final Label title = new Label();
        private final Label numbers = new Label();
        private final VBox box = new VBox(6, title, canvas, numbers);
        private final Bubble bubble = new Bubble(box);

        Card() {
            box.getStyleClass().add("hover-card");
            title.getStyleClass().add("hover-card-title");
            title.setMaxWidth(WIDTH);
            title.setWrapText(true);
            numbers.setMaxWidth(WIDTH);
            numbers.setWrapText(true);
            bubble.setAutoHide(false);
        }
    }

    HoverCard(GuestTable table, CellText words, Palette palette) {
        this.table = table;
        this.words = words;
        this.palette = palette;
    }

    private PauseTransition makeRest() {
        PauseTransition made = new PauseTransition(Duration.millis(450));
        made.setOnFinished(event -> show());
        return made;
    }

    private boolean showing() {
        return card.isMade() && card.get().bubble.isShowing();
    }

    /** The mouse is over that cell, of figures or of a text that is cut. */
    void enter(GuestKey key, GuestColumn over) {
        if (key.equals(guest) && over == column) {
            return;
        }
        leave();
        guest = key;
        column = over;
        rest.get().playFromStart();
    }

    /** The mouse is not over such a cell any more. */
    void leave() {
        if (rest.isMade()) {
            rest.get().stop();
        }
        guest = null;
        if (showing()) {
            card.get().bubble.hide();
        }
    }

    /** New values have come. */
    void refresh() {
        if (showing()) {
            fill();
        }
    }

    private void show() {
        int row = table.rows().indexOf(guest);
        if (row < 0 || table.getScene() == null || !table.getScene().getWindow().isFocused()) {
            return;
        }
        fill();
        double arrow = 0;
        for (int i = 0; i < table.columns().count(); i++) {
            if (table.columns().column(i) == column) {
                arrow = table.columns().start(i)
                        + table.columns().width(i) / 2
                        - table.scroll().x();
            }
        }
        Point2D top = table.surface().localToScreen(arrow, table.scroll().topOf(row));
        boolean above = top.getY() > Screen.getPrimary().getVisualBounds().getMaxY() - 2 * HEIGHT - RowPainter.ROW;
        card.get().bubble.showAt(table, top.getX(), top.getY() + (above ? -GAP : RowPainter.ROW + GAP), above);
    }

    private void fill() {
        int row = table.rows().indexOf(guest);
        if (row < 0) {
            leave();
            return;
        }
        GuestSnapshot snapshot = table.rows().get(row);
        HostSnapshot host = table.rows().host(guest);
        Card shown = card.get();
        boolean live = column.live();
        shown.numbers.setVisible(live);
        shown.numbers.setManaged(live);
        if (!live) {
            shown.canvas.setVisible(false);
            shown.canvas.setManaged(false);
            shown.title.setText(table.painter().plain(column, snapshot, host));
            return;
        }
        series.read(table.series(), guest, column);
        card.get().title.setText(words.hoverTitle(column, snapshot));
        boolean absent = Double.isNaN(CellValue.of(column, snapshot.rates()));
        Canvas canvas = card.get().canvas;
        canvas.setManaged(!absent);
        canvas.setVisible(!absent);
        card.get()
                .numbers
                .setText(
                        absent
                                ? words.reason(column, snapshot, host)
                                : words.hoverNumbers(column, snapshot, series.mean(), series.maximum()));
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        gc.setFill(palette.get(Palette.Token.LINE));
        gc.fillRect(0, HEIGHT - 1, WIDTH, 1);
        painter.paint(
                gc,
                series,
                SPAN,
                RowPainter.scale(column, snapshot, series),
                palette.get(RowPainter.token(column)),
                0,
                0,
                WIDTH,
                HEIGHT - 1);
    }
}
