package org.innkeeper.app.main;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.GuestTable;

/** The right side: what is selected, so that most questions need no other window. */
final class Inspector extends ScrollPane {
    private final MainModel model;
    private final GuestInspector one;
    private final SelectionInspector many;
    private final ScopeInspector none;

    Inspector(MainModel model, Texts texts, CellText words, GuestTable table, ActionItems items, Fleet fleet) {
        this.model = model;
        one = new GuestInspector(texts, words, table, model, items, fleet);
        many = new SelectionInspector(texts, items);
        none = new ScopeInspector(texts);
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
                none.show(model.rows());
                content(none);
            }
            case 1 -> {
                GuestSnapshot guest = selection.guests().get(0);
                one.show(guest, selection.hostOf(guest));
                content(one);
            }
            default -> {
                many.show(selection.guests());
                content(many);
            }
        }
    }

    private void content(Node node) {
        if (getContent() != node) {
            setContent(node);
            setVvalue(0);
        }
    }
}
