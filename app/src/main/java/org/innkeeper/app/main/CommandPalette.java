package org.innkeeper.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/** Finds guests, hosts and actions by a few letters, over the window. */
final class CommandPalette extends StackPane {
    private static final int MOST = 40;
    private static final double ROW = 42;

    /**
     * One thing that was found.
     *
     * @param off why it cannot be chosen, or null
     */
    private record Hit(String icon, String text, String kind, String off, Runnable choose) {}

    /** What choosing does. */
    interface Target {
        void showGuest(GuestKey guest);

        void showHost(HostId host);
    }

    private final MainModel model;
    private final Texts texts;
    private final ActionItems items;
    private final Target target;
    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final Label none = new Label();

    CommandPalette(MainModel model, Texts texts, ActionItems items, Target target) {
        this.model = model;
        this.texts = texts;
        this.items = items;
        this.target = target;
        setId("palette");
        getStyleClass().add("palette-veil");
        setVisible(false);
        setAlignment(Pos.TOP_CENTER);
        field.setId("palette-field");
        field.setPromptText(texts.get("main.palette.prompt"));
        field.textProperty().addListener(change -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new HitCell());
        list.setOnMouseClicked(event -> choose());
        none.setText(texts.get("main.palette.none"));
        none.getStyleClass().add("quiet");
        list.setPlaceholder(none);
        VBox box = new VBox(8, field, list);
        box.getStyleClass().add("palette-box");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        getChildren().add(box);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    void open() {
        field.clear();
        find();
        setVisible(true);
        field.requestFocus();
    }

    private void close() {
        setVisible(false);
        list.getItems().clear();
        getParent().requestFocus();
    }

    private void key(KeyEvent event) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose();
            case DOWN -> select(at >= last ? 0 : at + 1);
            case UP -> select(at <= 0 ? last : at - 1);
            case PAGE_DOWN -> select(Math.min(last, at + 8));
            case PAGE_UP -> select(Math.max(0, at - 8));
            default -> {
                if (event.getCode() == KeyCode.K && event.isShortcutDown()) {
                    close();
                    event.consume();
                }
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - 4));
    }

    private void choose() {
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null && hit.off() == null) {
            close();
            hit.choose().run();
        }
    }

    private void find() {
        String wanted = field.getText().strip().toLowerCase(Locale.ROOT);
        List<Hit> hits = new ArrayList<>();
        List<Hit> off = new ArrayList<>();
        actions(wanted, hits, off);
        FleetSnapshot fleet = model.rows().fleet();
        hosts(wanted, fleet, hits);
        guests(wanted, fleet, hits);
        hits.addAll(off);
        list.getItems().setAll(hits);
        list.setPrefHeight(Math.max(2, Math.min(10, hits.size())) * ROW + 2);
        select(0);
    }

    /** @param off takes the actions that cannot work now, once somebody looks for something */
    private void actions(String wanted, List<Hit> on, List<Hit> off) {
        for (AppAction action : AppAction.values()) {
            String text = items.text(action);
            if (action == AppAction.PALETTE || !matches(text, wanted)) {
                continue;
            }
            String reason = items.reason(action);
            Hit hit = new Hit(action.icon(), text, texts.get("main.palette.action"), reason, () -> items.run(action));
            if (reason == null) {
                on.add(hit);
            } else if (!wanted.isEmpty()) {
                off.add(hit);
            }
        }
    }

    private void hosts(String wanted, FleetSnapshot fleet, List<Hit> hits) {
        for (HostSnapshot host : fleet.hosts()) {
            if (matches(host.label(), wanted)) {
                hits.add(new Hit(
                        "mdi2s-server",
                        host.label(),
                        texts.get("main.palette.host"),
                        null,
                        () -> target.showHost(host.id())));
            }
        }
    }

    private void guests(String wanted, FleetSnapshot fleet, List<Hit> hits) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Hit> begin = new ArrayList<>();
        List<Hit> contain = new ArrayList<>();
        for (HostSnapshot host : fleet.hosts()) {
            for (GuestSnapshot guest : host.guests()) {
                String name = guest.name().toLowerCase(Locale.ROOT);
                List<Hit> where = name.startsWith(wanted) ? begin : contain;
                if (where.size() < MOST && name.contains(wanted)) {
                    where.add(new Hit(
                            "mdi2m-monitor", guest.name(), host.label(), null, () -> target.showGuest(guest.key())));
                }
            }
        }
        hits.addAll(0, begin);
        hits.addAll(contain.subList(0, Math.max(0, Math.min(contain.size(), MOST - begin.size()))));
    }

    private static boolean matches(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static final class HitCell extends ListCell<Hit> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Label reason = new Label();
        private final VBox words = new VBox(name, reason);
        private final HBox line = new HBox(10, words, kind);

        HitCell() {
            line.setAlignment(Pos.CENTER_LEFT);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            kind.getStyleClass().add("quiet");
            kind.setMinWidth(USE_PREF_SIZE);
            reason.getStyleClass().add("palette-reason");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
            } else {
                name.setText(hit.text());
                name.setGraphic(Icons.action(hit.icon(), 16));
                kind.setText(hit.kind());
                boolean off = hit.off() != null;
                name.setOpacity(off ? 0.5 : 1);
                reason.setText(off ? hit.off() : "");
                reason.setVisible(off);
                reason.setManaged(off);
                setAccessibleHelp(hit.off());
                setGraphic(line);
            }
        }
    }
}
