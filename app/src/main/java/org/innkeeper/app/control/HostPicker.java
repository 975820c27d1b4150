package org.innkeeper.app.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ListCell;
import org.controlsfx.control.SearchableComboBox;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;

/** A choice among hosts. For the FX thread. */
public final class HostPicker extends SearchableComboBox<HostSnapshot> {
    public HostPicker() {
        getStyleClass().add("host-picker");
        setMaxWidth(Double.MAX_VALUE);
        setCellFactory(list -> new HostCell());
        setButtonCell(new HostCell());
        setConverter(new Choice<>(HostPicker::words));
    }

    /** Offers the hosts that fit; keeps the choice where it still fits, else prefers one. */
    public void offer(FleetSnapshot fleet, Predicate<HostSnapshot> fits, HostId preferred) {
        HostId before = chosen().map(HostSnapshot::id).orElse(preferred);
        List<HostSnapshot> hosts = fleet.hosts().stream().filter(fits).toList();
        getItems().setAll(hosts);
        setValue(hosts.stream()
                .filter(host -> host.id().equals(before))
                .findFirst()
                .or(() -> hosts.stream().findFirst())
                .orElse(null));
    }

    private static String words(HostSnapshot host) {
        return host.label().equals(host.uri()) ? host.uri() : host.label() + "  ·  " + host.uri();
    }

    public Optional<HostSnapshot> chosen() {
        return Optional.ofNullable(getValue());
    }

    private static final class HostCell extends ListCell<HostSnapshot> {
        @Override
        protected void updateItem(HostSnapshot host, boolean empty) {
            super.updateItem(host, empty);
            setText(empty || host == null ? null : words(host));
            setGraphic(empty || host == null ? null : Icons.action("mdi2s-server", 16));
        }
    }
}
