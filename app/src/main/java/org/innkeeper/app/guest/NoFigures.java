package org.innkeeper.app.guest;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;

/** Stands in the place of the charts where a host tells what its guests do, but not how busy they are. */
final class NoFigures extends VBox {
    private static final double WIDTH = 420;

    NoFigures(Texts texts) {
        super(12);
        setId("no-figures");
        setAlignment(Pos.CENTER);
        Label title = new Label(texts.get("guest.perf.none"));
        title.getStyleClass().add("page-title");
        Label detail = new Label(texts.get("guest.perf.none.detail"));
        detail.getStyleClass().add("quiet");
        detail.setWrapText(true);
        detail.setMaxWidth(WIDTH);
        detail.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(Icons.action("mdi2c-chart-line-variant", 48), title, detail);
        setVisible(false);
    }
}
