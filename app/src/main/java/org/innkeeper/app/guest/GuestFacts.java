package org.innkeeper.app.guest;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.table.CellText;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.core.xml.domain.DomainProperties;
import org.innkeeper.core.xml.domain.OsProperties;

/** What cannot be changed about a guest, but is good to know. */
final class GuestFacts extends VBox {
    private final Texts texts;
    private final Label state;
    private final Label host;
    private final Label uuid;
    private final Label id;
    private final Label hypervisor;
    private final Label machine;
    private final Label emulator;

    GuestFacts(Texts texts) {
        this.texts = texts;
        getStyleClass().add("form-section");
        Label title = new Label(texts.get("guest.facts"));
        title.getStyleClass().add("section-title");
        FieldGrid grid = new FieldGrid();
        state = grid.fact(texts.get("guest.fact.state"), "");
        host = grid.fact(texts.get("guest.fact.host"), "");
        uuid = grid.fact(texts.get("guest.fact.uuid"), "");
        id = grid.fact(texts.get("guest.fact.id"), "");
        hypervisor = grid.fact(texts.get("guest.fact.hypervisor"), "");
        machine = grid.fact(texts.get("guest.fact.machine"), "");
        emulator = grid.fact(texts.get("guest.fact.emulator"), "");
        getChildren().addAll(title, grid);
    }

    /** @param definition its stored definition, or null before it was read */
    void show(GuestSnapshot guest, HostSnapshot newHost, DomainDocument definition) {
        state.setText(new CellText(texts).stateAndReason(guest)
                + (guest.persistent() ? "" : " · " + texts.get("guest.transient")));
        host.setText(newHost.label());
        uuid.setText(guest.key().uuid().toString());
        id.setText(guest.domain().active() ? Integer.toString(guest.domain().id()) : Quantities.ABSENT);
        if (definition != null) {
            String arch = definition.get(OsProperties.ARCHITECTURE).orElse("");
            hypervisor.setText(hypervisor(definition.type()) + (arch.isEmpty() ? "" : " · " + arch));
            machine.setText(definition.get(OsProperties.MACHINE).orElse(texts.get("guest.fact.asHypervisor")));
            emulator.setText(definition.get(DomainProperties.EMULATOR).orElse(texts.get("guest.fact.asHypervisor")));
        }
    }

    private String hypervisor(String type) {
        String key = "guest.type." + type;
        return texts.has(key) ? texts.get(key) : type;
    }
}
