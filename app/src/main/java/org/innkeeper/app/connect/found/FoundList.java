package org.innkeeper.app.connect.found;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;

/** Connections to tick. What is ticked stays so while the list changes. For the FX thread. */
final class FoundList extends VBox {
    private final Texts texts;
    private final Runnable changed;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** @param changed is run after each tick */
    FoundList(Texts texts, Runnable changed) {
        super(8);
        this.texts = texts;
        this.changed = changed;
    }

    /** @param there the URIs of connections that are there already, which cannot be added again */
    void show(List<FoundConnection> connections, Set<String> there) {
        Map<String, Row> before = Map.copyOf(rows);
        rows.clear();
        for (FoundConnection connection : connections) {
            Row row = before.get(connection.key());
            if (row == null) {
                row = new Row();
            }
            row.show(connection, there.contains(connection.uri()));
            rows.put(connection.key(), row);
        }
        getChildren().setAll(rows.values());
        changed.run();
    }

    List<FoundConnection> ticked() {
        return rows.values().stream()
                .filter(Row::ticked)
                .map(row -> row.connection)
                .toList();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Ticks all that can be added, or none where all are. */
    void tickAll() {
        List<Row> open =
                rows.values().stream().filter(row -> !row.tick.isDisable()).toList();
        boolean all = open.stream().allMatch(Row::ticked);
        open.forEach(row -> row.tick.setSelected(!all));
    }

    /** One connection. */
    private final class Row extends VBox {
        private final CheckBox tick = new CheckBox();
        private final Label uri = new Label();
        private final Label warning = new Label();
        private FoundConnection connection;

        Row() {
            tick.setMnemonicParsing(false);
            tick.selectedProperty().addListener(change -> changed.run());
            uri.getStyleClass().addAll("technical", "choice-help");
            uri.setWrapText(true);
            warning.setGraphic(Icons.action("mdi2a-alert-outline", 14));
            warning.getStyleClass().addAll("choice-help", "found-warning");
            warning.setWrapText(true);
            getChildren().addAll(tick, uri, warning);
        }

        void show(FoundConnection shown, boolean there) {
            connection = shown;
            tick.setId("found-" + shown.key());
            tick.setText(there ? texts.get("connect.found.there", shown.name()) : shown.name());
            tick.setDisable(there);
            uri.setText(shown.uri());
            boolean named = !shown.name().equals(shown.uri());
            show(uri, named);
            boolean warns = shown.warning() != null;
            warning.setText(warns ? shown.warning() : "");
            show(warning, warns);
            tick.setAccessibleHelp(warns ? shown.uri() + " " + shown.warning() : shown.uri());
        }

        private static void show(Node node, boolean visible) {
            node.setVisible(visible);
            node.setManaged(visible);
        }

        boolean ticked() {
            return tick.isSelected() && !tick.isDisable();
        }
    }
}
