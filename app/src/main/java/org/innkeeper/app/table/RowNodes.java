package org.innkeeper.app.table;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.innkeeper.app.session.GuestSnapshot;

/** Nodes without a look where the visible rows are, which tell assistive technology what the canvas shows. */
final class RowNodes extends Region {
    private final GuestTable table;
    private final CellText words;
    private final List<RowNode> pool = new ArrayList<>();

    RowNodes(GuestTable table, CellText words) {
        this.table = table;
        this.words = words;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Puts a node where each visible row is. */
    void arrange(TableFrame frame) {
        int wanted = Math.max(0, frame.endRow() - frame.firstRow());
        relocate(table.surface().getLayoutX(), table.surface().getLayoutY());
        while (pool.size() < wanted) {
            RowNode node = new RowNode();
            pool.add(node);
            getChildren().add(node);
        }
        for (int i = 0; i < pool.size(); i++) {
            RowNode node = pool.get(i);
            node.row = i < wanted ? frame.firstRow() + i : -1;
            node.setVisible(i < wanted);
            if (i < wanted) {
                node.resizeRelocate(0, frame.top(node.row), frame.width(), RowPainter.ROW);
            }
        }
    }

    /** The node of a row, or null when it cannot be seen. */
    Node nodeOf(int row) {
        return row < 0
                ? null
                : pool.stream().filter(node -> node.row == row).findFirst().orElse(null);
    }

    ObservableList<Node> selected() {
        ObservableList<Node> selected = FXCollections.observableArrayList();
        pool.stream()
                .filter(node -> node.guest() != null
                        && table.selection().contains(node.guest().key()))
                .forEach(selected::add);
        return selected;
    }

    private final class RowNode extends Region {
        private int row = -1;

        RowNode() {
            setManaged(false);
            setAccessibleRole(AccessibleRole.TABLE_ROW);
        }

        GuestSnapshot guest() {
            return row < 0 || row >= table.rows().size() ? null : table.rows().get(row);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            GuestSnapshot guest = guest();
            if (guest == null) {
                return super.queryAccessibleAttribute(attribute, parameters);
            }
            return switch (attribute) {
                case TEXT -> words.row(guest, table.rows().host(guest.key()));
                case INDEX -> row;
                case SELECTED -> table.selection().contains(guest.key());
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
