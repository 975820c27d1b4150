package org.innkeeper.app.main;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.control.Lazy;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.GuestTable;

/** The right side: what is selected, so that most questions need no other window. */
final class Inspector extends ScrollPane {
    private final MainModel model;
    private final ActionItems items;
    private final Supplier<GuestInspector> one;
    private final Supplier<SelectionInspector> many;
    private final Supplier<ScopeInspector> none;

    Inspector(MainModel model, Texts texts, CellText words, GuestTable table, ActionItems items, Fleet fleet) {
        this.model = model;
        this.items = items;
        one = Lazy.of(() -> new GuestInspector(texts, words, table, model, items, fleet));
        many = Lazy.of(() -> new SelectionInspector(texts, items));
        none = Lazy.of(() -> new ScopeInspector(texts));
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(texts.get("main.inspector"));
    }

    /** Shows the newest of what is selected; does nothing while it is hidden. */
    void refresh() {
        if (!isVisible()) {
            return;
        }
        Selection selection = model.selection();
        switch (selection.guests().size()) {
            case 0 -> {
                none.get().show(model.rows());
                content(none.get());
            }
            case 1 -> {
                GuestSnapshot guest = selection.guests().get(0);
                one.get().show(guest, selection.hostOf(guest));
                content(one.get());
            }
            default -> {
                many.get().show(selection.guests());
                content(many.get());
            }
        }
    }

    private void content(Node node) {
        if (getContent() != node) {
            setContent(node);
            setVvalue(0);
            items.refresh();
        }
    }
}
