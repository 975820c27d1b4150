package org.innkeeper.app.chart;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.SampleReader;

/** Stands in the place of charts where a host tells states, but nothing that could be drawn. */
public final class NoFigures extends VBox {
    private static final double WIDTH = 420;

    /** So many samples without a figure, and there will be none: the first has no rates yet, a second may be late. */
    private static final int ENOUGH = 3;

    /** @param why one or two sentences */
    public NoFigures(String why, Texts texts) {
        super(12);
        setId("no-figures");
        setAlignment(Pos.CENTER);
        Label title = new Label(texts.get("chart.none"));
        title.getStyleClass().add("page-title");
        Label detail = new Label(why);
        detail.getStyleClass().add("quiet");
        detail.setWrapText(true);
        detail.setMaxWidth(WIDTH);
        detail.setTextAlignment(TextAlignment.CENTER);
        detail.setAlignment(Pos.CENTER);
        getChildren().addAll(Icons.action("mdi2c-chart-line-variant", 48), title, detail);
        setVisible(false);
    }

    /** Whether a host was asked so often that what it did not tell by now it will not tell. */
    public static boolean isLasting(SampleReader samples) {
        return samples.readTimes(new long[ENOUGH]) == ENOUGH;
    }
}
