package org.innkeeper.app.main;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.Tips;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/** The left side: which hosts' guests are shown. */
final class Sidebar extends ScrollPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final MainModel model;
    private final Texts texts;
    private final Actions actions;
    private final HBox all;
    private final Label allCount = new Label();
    private final VBox hosts = new VBox();
    private final Map<HostId, HostItem> items = new HashMap<>();
    private final List<HostId> order = new ArrayList<>();

    Sidebar(MainModel model, Texts texts, Actions actions) {
        this.model = model;
        this.texts = texts;
        this.actions = actions;
        setId("sidebar");
        getStyleClass().add("sidebar");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("main.sidebar"));
        setFocusTraversable(true);
        Label allName = new Label(texts.get("main.scope.all"));
        allName.getStyleClass().add("scope-name");
        allName.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(allName, Priority.ALWAYS);
        allCount.getStyleClass().add("scope-count");
        all = new HBox(8, Icons.action("mdi2v-view-grid-outline", 16), allName, allCount);
        all.setAlignment(Pos.CENTER_LEFT);
        all.setId("scope-all");
        all.getStyleClass().add("scope-item");
        all.setAccessibleRole(AccessibleRole.LIST_ITEM);
        all.setOnMousePressed(event -> model.setScope(null));
        VBox content = new VBox(all, caption(), hosts);
        content.getStyleClass().add("sidebar-content");
        setContent(content);
        model.scopeProperty().addListener(change -> markChosen());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        markChosen();
    }

    private Node caption() {
        Label title = new Label(texts.get("main.scope.hosts"));
        title.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = new Button(null, Icons.action("mdi2p-plus", 16));
        add.getStyleClass().addAll("flat", "small-button");
        add.setId("add-host");
        add.setAccessibleText(texts.get(AppAction.ADD_HOST.textKey()));
        add.setTooltip(Tips.make(texts.get(AppAction.ADD_HOST.textKey())));
        add.setOnAction(event -> actions.run(AppAction.ADD_HOST, Selection.NOTHING));
        HBox line = new HBox(title, gap, add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("caption-line");
        return line;
    }

    /** Shows the newest snapshot. */
    void show(FleetSnapshot fleet) {
        List<HostId> now = fleet.hosts().stream().map(HostSnapshot::id).toList();
        Instant time = Instant.now();
        for (HostSnapshot host : fleet.hosts()) {
            HostItem item = items.get(host.id());
            if (item == null) {
                items.put(host.id(), make(host));
            } else {
                item.show(host, time);
            }
        }
        if (!now.equals(order)) {
            order.clear();
            order.addAll(now);
            items.keySet().retainAll(now);
            hosts.getChildren().setAll(now.stream().map(items::get).toList());
            if (model.scope() != null && !now.contains(model.scope())) {
                model.setScope(null);
            }
            markChosen();
        }
        String count = Integer.toString(fleet.guestCount());
        if (!count.equals(allCount.getText())) {
            allCount.setText(count);
            all.setAccessibleText(texts.get("main.scope.all") + " " + count);
        }
    }

    private HostItem make(HostSnapshot host) {
        HostId id = host.id();
        HostItem item = new HostItem(texts, host);
        item.setOnMousePressed(event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY) {
                model.setScope(id);
            }
        });
        item.setOnContextMenuRequested(event -> {
            menu(id).show(item, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return item;
    }

    private ContextMenu menu(HostId id) {
        ActionItems ofHost = new ActionItems(
                actions,
                texts,
                () -> model.rows().fleet().host(id).map(Selection::ofHost).orElse(Selection.NOTHING));
        ContextMenu menu = MainMenu.ofHost(ofHost);
        ofHost.refresh();
        return menu;
    }

    private void key(KeyEvent event) {
        int at = model.scope() == null ? -1 : order.indexOf(model.scope());
        if (event.getCode() == KeyCode.DOWN && at + 1 < order.size()) {
            model.setScope(order.get(at + 1));
        } else if (event.getCode() == KeyCode.UP && at >= 0) {
            model.setScope(at == 0 ? null : order.get(at - 1));
        } else if (at >= 0
                && (event.getCode() == KeyCode.CONTEXT_MENU
                        || (event.getCode() == KeyCode.F10 && event.isShiftDown()))) {
            HostItem item = items.get(order.get(at));
            var point = item.localToScreen(24, item.getHeight() - 4);
            menu(order.get(at)).show(item, point.getX(), point.getY());
        } else {
            return;
        }
        event.consume();
    }

    private void markChosen() {
        all.pseudoClassStateChanged(CHOSEN, model.scope() == null);
        items.forEach((id, item) -> item.pseudoClassStateChanged(CHOSEN, id.equals(model.scope())));
    }
}
