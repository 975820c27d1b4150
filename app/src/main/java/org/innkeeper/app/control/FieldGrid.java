package org.innkeeper.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labels at the left, their controls at the right, with help and what is wrong below each. */
public final class FieldGrid extends GridPane {
    private final List<List<Node>> rows = new ArrayList<>();

    public FieldGrid() {
        getStyleClass().add("field-grid");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        labels.setHalignment(HPos.RIGHT);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        controls.setFillWidth(true);
        getColumnConstraints().addAll(labels, controls);
    }

    /**
     * Adds a field.
     *
     * @param label with its mnemonic behind an underscore, or null where the control has a label of its own
     * @param help one line that is always there, or null
     */
    public FieldRow row(String label, Node control, String help) {
        FieldRow row = new FieldRow(control, help);
        if (label != null) {
            Label text = new Label(label);
            text.setMnemonicParsing(true);
            text.setLabelFor(row.target());
            text.getStyleClass().add("field-label");
            GridPane.setValignment(text, VPos.TOP);
            row.setLabel(text);
            row.target().setAccessibleText(plain(label));
            add(text, 0, rows.size());
            add(row, 1, rows.size());
            addRow(row, text);
        } else {
            add(row, 1, rows.size());
            addRow(row);
        }
        return row;
    }

    /** A fact that cannot be changed. */
    public Label fact(String label, String value) {
        Label text = new Label(label);
        text.getStyleClass().addAll("field-label", "fact-label");
        GridPane.setValignment(text, VPos.TOP);
        Label shown = new Label(value);
        shown.setWrapText(true);
        shown.getStyleClass().add("fact-value");
        shown.setMaxWidth(Double.MAX_VALUE);
        add(text, 0, rows.size());
        add(shown, 1, rows.size());
        addRow(shown, text);
        return shown;
    }

    /** Something over the whole width. */
    public void wide(Node node) {
        add(node, 0, rows.size(), 2, 1);
        addRow(node);
    }

    private void addRow(Node... parts) {
        rows.add(List.of(parts));
        parts[0].managedProperty().addListener(change -> closeGaps());
        closeGaps();
    }

    /** Rows that are not shown take no gap either. */
    private void closeGaps() {
        int row = 0;
        for (List<Node> parts : rows) {
            for (Node part : parts) {
                setRowIndex(part, row);
            }
            row += parts.get(0).isManaged() ? 1 : 0;
        }
    }

    /** A label without the sign of its mnemonic. */
    public static String plain(String label) {
        return label.replace("_", "");
    }
}
