package org.innkeeper.app.newguest;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.session.PoolSummary;

/** What few people need to choose: how it is virtualized, the machine, the firmware, the bus and the place of the disk. */
final class AdvancedPane {
    private static final List<String> BUSES = List.of("virtio", "sata", "scsi", "ide", "usb");

    private final AppContext context;
    private final ComboBox<String> type = new ComboBox<>();
    private final ComboBox<String> machine = new ComboBox<>();
    private final ComboBox<String> firmware = new ComboBox<>();
    private final ComboBox<String> bus = new ComboBox<>();
    private final ComboBox<PoolSummary> pools = new ComboBox<>();
    private final TitledPane pane;
    private HostOffer offer;
    private Runnable changed = () -> {};

    AdvancedPane(AppContext context, TaskDialog dialog) {
        this.context = context;
        type.setConverter(new Choice<>(this::typeWords));
        machine.setConverter(new Choice<>(value -> value.isEmpty() ? context.text("newguest.hostChooses") : value));
        firmware.getItems().setAll("", "efi");
        firmware.setConverter(new Choice<>(
                value -> context.text(value.isEmpty() ? "newguest.firmware.bios" : "newguest.firmware.efi")));
        firmware.setValue("");
        bus.getItems().setAll(BUSES);
        bus.setValue(BUSES.get(0));
        pools.setConverter(new Choice<>(pool -> pool.name() + " · " + pool.path()));
        type.setId("virtualization");
        machine.setId("machine");
        bus.setId("bus");
        pools.setId("pool");
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("newguest.type"), type, context.text("newguest.type.help"));
        grid.row(context.text("newguest.machine"), machine, null);
        grid.row(context.text("newguest.firmware"), firmware, context.text("newguest.firmware.help"));
        grid.row(context.text("newguest.bus"), bus, context.text("newguest.bus.help"));
        grid.row(context.text("newguest.pool"), pools, null);
        pane = new TitledPane(context.text("newguest.advanced"), grid);
        pane.setId("advanced");
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.expandedProperty().addListener(change -> dialog.fit());
        for (ComboBox<?> box : List.of(type, machine, firmware, bus, pools)) {
            box.setOnAction(event -> changed.run());
        }
    }

    private String typeWords(String value) {
        String key = "newguest.type." + value;
        return context.texts().has(key) ? context.text(key) : value;
    }

    Node node() {
        return pane;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** @param newOffer null where the host does not tell */
    void show(HostOffer newOffer) {
        offer = newOffer;
        GuestAbilities abilities = abilities();
        type.getItems().setAll(abilities == null ? List.of() : abilities.types());
        type.setValue(type.getItems().isEmpty() ? null : type.getItems().get(0));
        machine.getItems().setAll("");
        machine.getItems().addAll(abilities == null ? List.of() : abilities.machines());
        machine.setValue(machine.getItems().size() > 1 ? machine.getItems().get(1) : "");
        pools.getItems().setAll(offer == null ? List.of() : offer.pools());
        pools.setValue(pools.getItems().stream()
                .filter(pool -> pool.name().equals("default"))
                .findFirst()
                .orElse(pools.getItems().isEmpty() ? null : pools.getItems().get(0)));
    }

    GuestAbilities abilities() {
        return offer == null ? null : offer.abilities();
    }

    int maxVcpus() {
        return offer == null ? -1 : offer.maxVcpus();
    }

    /** Null while the host is not known well enough to make a guest. */
    String type() {
        return type.getValue();
    }

    /** Null where the host chooses. */
    String machine() {
        return machine.getValue() == null || machine.getValue().isEmpty() ? null : machine.getValue();
    }

    String firmware() {
        return firmware.getValue().isEmpty() ? null : firmware.getValue();
    }

    String bus() {
        return bus.getValue();
    }

    /** Where a disk is made; null where none can be made. */
    PoolSummary pool() {
        return pools.getValue();
    }
}
