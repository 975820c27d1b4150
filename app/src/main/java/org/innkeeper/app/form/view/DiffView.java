package org.innkeeper.app.form.view;

import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.innkeeper.core.xml.XmlDiff;
import org.innkeeper.core.xml.XmlElement;

/** The lines of a definition before and after. For the FX thread. */
public final class DiffView extends ListView<XmlDiff.Line> {
    public DiffView(XmlElement before, XmlElement after) {
        getStyleClass().add("diff-view");
        setPrefSize(760, 480);
        List<XmlDiff.Line> lines = XmlDiff.lines(before, after);
        getItems().setAll(lines);
        setCellFactory(list -> new LineCell());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).change() != XmlDiff.Change.SAME) {
                scrollTo(Math.max(0, i - 4));
                break;
            }
        }
    }

    private static final class LineCell extends ListCell<XmlDiff.Line> {
        @Override
        protected void updateItem(XmlDiff.Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("line-gone", "line-new");
            if (empty || line == null) {
                setText(null);
                return;
            }
            switch (line.change()) {
                case REMOVED -> {
                    setText("\u2212 " + line.text());
                    getStyleClass().add("line-gone");
                }
                case ADDED -> {
                    setText("+ " + line.text());
                    getStyleClass().add("line-new");
                }
                case SAME -> setText("  " + line.text());
            }
        }
    }
}
