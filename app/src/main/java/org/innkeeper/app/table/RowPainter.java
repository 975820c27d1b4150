package org.innkeeper.app.table;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;
import org.innkeeper.core.model.DomainState;

/** Paints rows: marks, texts, sparklines. For the FX thread. */
final class RowPainter {
    /** Height of a row, pixels. */
    static final double ROW = 32;

    private static final int SPAN = 60;
    private static final double PAD = 10;
    private static final double MARK = PAD + StateMark.SIZE + 7;
    private static final double NAME_INDENT = MARK + MarkShapes.SIZE + 7;
    private static final double STALE = 0.55;
    private static final double BUSY_RATE = 256 * 1000.0;
    private static final double SPARKLINE = 18;
    private static final double NARROWEST_SPARKLINE = 16;

    private final GraphicsContext gc;
    private final Palette palette;
    private final CellText words;
    private final TextFitter fitter = new TextFitter();
    private final CellSeries series = new CellSeries(SPAN);
    private final SparklinePainter sparkline = new SparklinePainter(SPAN);
    private Font nameFont = Font.font(13.5);
    private Font font = Font.font(13);
    private Font loudFont = Font.font(font.getFamily(), FontWeight.BOLD, 13);

    RowPainter(GraphicsContext gc, Palette palette, CellText words) {
        this.gc = gc;
        this.palette = palette;
        this.words = words;
    }

    /** Uses the family of that font. */
    void setFamily(String family) {
        nameFont = Font.font(family, 13.5);
        font = Font.font(family, 13);
        loudFont = Font.font(family, FontWeight.BOLD, 13);
    }

    /** Paints a row over a cleared background. */
    void paint(TableFrame frame, int row) {
        GuestSnapshot guest = frame.rows().get(row);
        HostSnapshot host = frame.rows().host(guest.key());
        double top = frame.top(row);
        background(frame, row, guest, top);
        gc.setGlobalAlpha(frame.rows().stale(guest.key()) ? STALE : 1);
        ColumnWidths columns = frame.columns();
        for (int i = 0; i < columns.count(); i++) {
            double left = columns.start(i) - frame.scrollX();
            double width = columns.width(i);
            if (left + width > 0 && left < frame.width()) {
                cell(columns.column(i), guest, host, frame, left, top, width);
            }
        }
        gc.setGlobalAlpha(1);
    }

    private void background(TableFrame frame, int row, GuestSnapshot guest, double top) {
        boolean selected = frame.selection().contains(guest.key());
        if (selected) {
            fill(palette.get(frame.focused() ? Token.ROW_SELECTED : Token.ROW_SELECTED_IDLE), top, frame.width());
        } else if (guest.state() == DomainState.CRASHED) {
            fill(palette.get(Token.PROBLEM_TINT), top, frame.width());
        }
        if (row == frame.hoverRow() && !selected) {
            fill(palette.get(Token.ROW_HOVER), top, frame.width());
        }
        gc.setFill(palette.get(Token.LINE));
        gc.fillRect(0, top + ROW - 1, frame.width(), 1);
        if (frame.focused() && guest.key().equals(frame.selection().focus())) {
            gc.setStroke(palette.get(Token.FOCUS));
            gc.setLineWidth(1);
            gc.strokeRoundRect(1.5, top + 1.5, frame.width() - 3, ROW - 4, 6, 6);
        }
    }

    private void fill(Color colour, double top, double width) {
        gc.setFill(colour);
        gc.fillRect(0, top, width, ROW);
    }

    private void cell(
            GuestColumn column,
            GuestSnapshot guest,
            HostSnapshot host,
            TableFrame frame,
            double left,
            double top,
            double width) {
        switch (column) {
            case NAME -> name(guest, frame, left, top, width);
            case STATE -> state(guest, left, top, width);
            case HOST, AUTOSTART, UUID ->
                text(words.text(column, guest, host), font, Token.TEXT_QUIET, left + PAD, top, width - PAD - 2);
            default -> live(column, guest, host, frame, left, top, width);
        }
    }

    /** Whether the end of a text does not fit into its cell. Figures always do. */
    boolean cuts(GuestColumn column, GuestSnapshot guest, HostSnapshot host, double width) {
        return !column.live()
                && fitter.width(plain(column, guest, host), column == GuestColumn.NAME ? nameFont : font)
                        > width - (column == GuestColumn.NAME ? NAME_INDENT + 4 : PAD + 2);
    }

    /** What a cell without figures says, however little of it is seen. */
    String plain(GuestColumn column, GuestSnapshot guest, HostSnapshot host) {
        return switch (column) {
            case NAME -> guest.name();
            case STATE -> words.state(guest);
            default -> words.text(column, guest, host);
        };
    }

    private void name(GuestSnapshot guest, TableFrame frame, double left, double top, double width) {
        StateMark.paint(gc, palette, guest.state(), left + PAD, top + (ROW - StateMark.SIZE) / 2);
        gc.setFill(palette.get(guest.domain().active() ? Token.TEXT : Token.OFF));
        frame.marks().paint(gc, guest.osId(), left + MARK, top + (ROW - MarkShapes.SIZE) / 2);
        boolean off = !guest.domain().active() && guest.state() != DomainState.CRASHED;
        Token colour = off ? Token.TEXT_QUIET : Token.TEXT;
        text(guest.name(), nameFont, colour, left + NAME_INDENT, top, width - NAME_INDENT - 4);
    }

    private void state(GuestSnapshot guest, double left, double top, double width) {
        boolean loud = guest.state() == DomainState.CRASHED;
        text(
                words.state(guest),
                loud ? loudFont : font,
                loud ? Token.PROBLEM : Token.TEXT_QUIET,
                left + PAD,
                top,
                width - PAD - 2);
    }

    private void text(String text, Font face, Token colour, double left, double top, double width) {
        if (width < 8) {
            return;
        }
        gc.setFont(face);
        gc.setFill(palette.get(colour));
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(fitter.fit(text, width, face), left, top + ROW / 2 - 0.5);
    }

    private void live(
            GuestColumn column,
            GuestSnapshot guest,
            HostSnapshot host,
            TableFrame frame,
            double left,
            double top,
            double width) {
        double value = CellValue.of(column, guest.rates());
        boolean absent = Double.isNaN(value);
        gc.setFont(font);
        gc.setFill(palette.get(absent ? Token.OFF : Token.TEXT));
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(words.text(column, guest, host), left + width - PAD, top + ROW / 2 - 0.5);
        double room = width - valueRoom(column);
        if (!guest.domain().active() || room < NARROWEST_SPARKLINE) {
            return;
        }
        series.read(frame.series(), guest.key(), column);
        Color colour = palette.get(token(column));
        sparkline.paint(
                gc,
                series,
                SPAN,
                scale(column, guest, series),
                colour,
                Math.round(left + PAD),
                Math.round(top + (ROW - SPARKLINE) / 2),
                Math.floor(room),
                SPARKLINE);
    }

    static Token token(GuestColumn column) {
        return switch (column) {
            case HOST_CPU -> Token.HOST_CPU;
            case MEMORY -> Token.MEMORY;
            case DISK -> Token.DISK;
            case NETWORK -> Token.NETWORK;
            default -> Token.CPU;
        };
    }

    /** The value at the upper edge: all of it for shares, the busiest moment for rates. */
    static double scale(GuestColumn column, GuestSnapshot guest, CellSeries series) {
        return switch (column) {
            case CPU, HOST_CPU -> 1;
            case MEMORY -> guest.rates().memoryMaxKiB() > 0 ? guest.rates().memoryMaxKiB() : series.maximum();
            default -> Math.max(BUSY_RATE, Float.isNaN(series.maximum()) ? 0 : series.maximum());
        };
    }

    /** Down to this width a column of figures has room for its sparkline. */
    static double narrowest(GuestColumn column) {
        return valueRoom(column) + NARROWEST_SPARKLINE;
    }

    /** What a figure needs, with the room around it. */
    private static double valueRoom(GuestColumn column) {
        double value =
                switch (column) {
                    case CPU, HOST_CPU -> 38;
                    default -> 58;
                };
        return value + 2 * PAD + 6;
    }
}
