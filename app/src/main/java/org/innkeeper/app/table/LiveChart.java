package org.innkeeper.app.table;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.theme.Palette;
import org.innkeeper.app.theme.Palette.Token;

/** The last minutes of one live column of a guest, with its title and value above. For the FX thread. */
public final class LiveChart extends VBox {
    private static final int SPAN = 120;
    private static final double HEIGHT = 30;

    private final GuestColumn column;
    private final CellText words;
    private final SeriesSource source;
    private final Palette palette;
    private final Label value = new Label();
    private final Canvas canvas = new Canvas(0, HEIGHT);
    private final CellSeries series = new CellSeries(SPAN);
    private final SparklinePainter painter = new SparklinePainter(SPAN);
    private GuestSnapshot guest;

    public LiveChart(GuestColumn column, CellText words, SeriesSource source, Palette palette) {
        this.column = column;
        this.words = words;
        this.source = source;
        this.palette = palette;
        getStyleClass().add("live-chart");
        setAccessibleRole(AccessibleRole.TEXT);
        Label title = new Label(words.title(column));
        title.getStyleClass().add("live-chart-title");
        value.getStyleClass().add("live-chart-value");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, value);
        head.setAlignment(Pos.BASELINE_LEFT);
        Pane pane = new Pane(canvas);
        pane.getStyleClass().add("live-chart-plot");
        pane.setMinHeight(HEIGHT);
        pane.setMaxHeight(HEIGHT);
        pane.widthProperty().addListener(change -> {
            canvas.setWidth(Math.floor(pane.getWidth()));
            paint();
        });
        getChildren().addAll(head, pane);
    }

    /** Shows the newest of a guest. */
    public void show(GuestSnapshot newGuest, HostSnapshot host) {
        guest = newGuest;
        String text = words.text(column, guest, host);
        if (!text.equals(value.getText())) {
            value.setText(text);
            setAccessibleText(words.title(column) + " " + text);
        }
        paint();
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        if (guest == null || canvas.getWidth() < 8) {
            return;
        }
        gc.setFill(palette.get(Token.LINE));
        gc.fillRect(0, HEIGHT - 1, canvas.getWidth(), 1);
        if (guest.domain().active()) {
            series.read(source, guest.key(), column);
            painter.paint(
                    gc,
                    series,
                    SPAN,
                    RowPainter.scale(column, guest, series),
                    palette.get(RowPainter.token(column)),
                    0,
                    1,
                    canvas.getWidth(),
                    HEIGHT - 2);
        }
    }
}
