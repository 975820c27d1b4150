package org.innkeeper.app.host;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.NodeInfo;

/** What a host is. */
final class HostFacts extends VBox {
    private final Texts texts;
    private final Label hypervisor;
    private final Label hostname;
    private final Label processors;
    private final Label memory;
    private final Label guests;
    private final Label access;

    HostFacts(Texts texts) {
        this.texts = texts;
        getStyleClass().add("form-section");
        FieldGrid grid = new FieldGrid();
        hypervisor = grid.fact(texts.get("hostwindow.hypervisor"), Quantities.ABSENT);
        hostname = grid.fact(texts.get("hostwindow.hostname"), Quantities.ABSENT);
        processors = grid.fact(texts.get("hostwindow.processors"), Quantities.ABSENT);
        memory = grid.fact(texts.get("hostwindow.memory"), Quantities.ABSENT);
        guests = grid.fact(texts.get("hostwindow.guests"), Quantities.ABSENT);
        access = grid.fact(texts.get("hostwindow.access"), Quantities.ABSENT);
        getChildren().add(grid);
    }

    void show(HostSnapshot host) {
        long running = host.guests().stream().filter(GuestSnapshot::running).count();
        guests.setText(texts.get("hostwindow.guestsOf", running, host.guests().size()));
        access.setText(texts.get(host.readOnly() ? "hostwindow.readOnly" : "hostwindow.full"));
        NodeInfo node = host.node();
        if (node != null) {
            processors.setText(texts.get(
                    "hostwindow.topology",
                    node.cpus(),
                    node.model(),
                    node.nodes() * node.sockets(),
                    node.cores(),
                    node.threads()));
            memory.setText(Quantities.kibibytes(node.memory()));
        }
    }

    void show(HostDetails details) {
        hypervisor.setText((details.hypervisor() + " " + details.version()).strip());
        hostname.setText(details.hostname());
    }
}
