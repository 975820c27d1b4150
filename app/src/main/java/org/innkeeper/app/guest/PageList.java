package org.innkeeper.app.guest;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.Icons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of pages: icon, name, and one line of what it is. For the FX thread. */
final class PageList extends ListView<PageItem> {
    private boolean telling = true;

    PageList(String accessibleName, Consumer<String> chosen) {
        setId("pages");
        getStyleClass().add("page-list");
        setAccessibleText(accessibleName);
        setCellFactory(list -> new PageCell());
        getSelectionModel().selectedItemProperty().addListener((property, before, item) -> {
            if (item != null && telling && (before == null || !before.id().equals(item.id()))) {
                chosen.accept(item.id());
            }
        });
    }

    /** Shows these items; the chosen one stays chosen. */
    void show(List<PageItem> items) {
        if (items.equals(getItems())) {
            return;
        }
        PageItem before = getSelectionModel().getSelectedItem();
        telling = false;
        getItems().setAll(items);
        if (before != null) {
            select(before.id());
        }
        telling = true;
    }

    void select(String id) {
        for (PageItem item : getItems()) {
            if (item.id().equals(id)) {
                getSelectionModel().select(item);
                return;
            }
        }
    }

    private static final class PageCell extends ListCell<PageItem> {
        private final Label name = new Label();
        private final Label line = new Label();
        private final FontIcon icon = Icons.action("mdi2d-devices", 20);
        private final VBox words = new VBox(name);
        private final HBox box = new HBox(10, icon, words);

        PageCell() {
            line.getStyleClass().add("page-line");
            box.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(PageItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(item.name());
            line.setText(item.line());
            icon.setIconLiteral(item.icon());
            if (item.line().isEmpty()) {
                words.getChildren().setAll(name);
            } else {
                words.getChildren().setAll(name, line);
            }
            setGraphic(box);
            setAccessibleText(item.name() + ", " + item.line());
        }
    }
}
