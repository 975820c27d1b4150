package org.innkeeper.app.newguest;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import org.controlsfx.control.SearchableComboBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.session.PoolSummary;

/**
 * What few people need to choose: the architecture, how it is virtualized, the machine, the firmware, the bus and the
 * place of the disk. Offers only what the host says it has.
 */
final class AdvancedPane {
    private final AppContext context;
    private final ComboBox<GuestAbilities> arch = new ComboBox<>();
    private final ComboBox<String> type = new ComboBox<>();
    private final SearchableComboBox<String> machine = new SearchableComboBox<>();
    private final ComboBox<String> firmware = new ComboBox<>();
    private final ComboBox<String> bus = new ComboBox<>();
    private final ComboBox<PoolSummary> pools = new ComboBox<>();
    private final TitledPane pane;
    private MachineLimits limits = MachineLimits.UNKNOWN;
    private boolean filling;

    /**
     * @param machineChanged is called when another machine was chosen, whose limits are not known yet
     * @param poolChanged is called when another pool was chosen
     */
    AdvancedPane(AppContext context, TaskDialog dialog, Runnable machineChanged, Runnable poolChanged) {
        this.context = context;
        arch.setConverter(new Choice<>(GuestAbilities::arch));
        type.setConverter(new Choice<>(this::typeWords));
        machine.setConverter(new Choice<>(value -> value.isEmpty() ? context.text("newguest.hostChooses") : value));
        firmware.setConverter(new Choice<>(
                value -> context.text(value.isEmpty() ? "newguest.firmware.bios" : "newguest.firmware.efi")));
        bus.setConverter(new Choice<>(value -> value));
        pools.setConverter(new Choice<>(pool -> pool.name() + " · " + pool.path()));
        arch.setId("arch");
        type.setId("virtualization");
        machine.setId("machine");
        firmware.setId("firmware");
        bus.setId("bus");
        pools.setId("pool");
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("newguest.arch"), arch, null);
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
        arch.valueProperty()
                .addListener(change -> unlessFilling(() -> {
                    fill(this::fillMachines);
                    machineChanged.run();
                }));
        type.valueProperty().addListener(change -> unlessFilling(machineChanged));
        machine.valueProperty().addListener(change -> unlessFilling(machineChanged));
        pools.valueProperty().addListener(change -> unlessFilling(poolChanged));
        fill(this::fillLimits);
    }

    private void unlessFilling(Runnable told) {
        if (!filling) {
            told.run();
        }
    }

    private void fill(Runnable work) {
        filling = true;
        work.run();
        filling = false;
    }

    private String typeWords(String value) {
        String key = "newguest.type." + value;
        return context.texts().has(key) ? context.text(key) : value;
    }

    Node node() {
        return pane;
    }

    void show(HostOffer offer) {
        pane.setVisible(offer.abilities().stream().noneMatch(AdvancedPane::isContainer));
        pane.setManaged(pane.isVisible());
        fill(() -> {
            offer(arch, offer.abilities());
            fillMachines();
            offer(pools, offer.pools());
            pools.getItems().stream()
                    .filter(pool -> pool.name().equals("default"))
                    .findFirst()
                    .ifPresent(pools::setValue);
            limits = usualLimits();
            fillLimits();
        });
    }

    /** There is nothing to choose of a container. */
    private static boolean isContainer(GuestAbilities abilities) {
        return abilities.kind() == GuestKind.CONTAINER;
    }

    /** What is offered until the host tells more. */
    MachineLimits usualLimits() {
        return abilities() == null
                ? MachineLimits.UNKNOWN
                : MachineLimits.of(abilities().kind(), type());
    }

    private void fillMachines() {
        GuestAbilities chosen = arch.getValue();
        offer(type, chosen == null ? List.of() : chosen.types());
        offer(machine, chosen == null || chosen.machines().isEmpty() ? List.of("") : chosen.machines());
    }

    /** What the chosen machine can have is known by now. */
    void show(MachineLimits newLimits) {
        limits = newLimits;
        fill(this::fillLimits);
    }

    private void fillLimits() {
        keepOrOffer(firmware, limits.firmwares());
        keepOrOffer(bus, limits.buses());
    }

    private static <T> void keepOrOffer(ComboBox<T> box, List<T> values) {
        T before = box.getValue();
        offer(box, values);
        if (before != null && values.contains(before)) {
            box.setValue(before);
        }
    }

    /** The first is the one to take; what offers no choice cannot be opened. */
    private static <T> void offer(ComboBox<T> box, List<T> values) {
        box.getItems().setAll(values);
        box.setValue(values.isEmpty() ? null : values.get(0));
        box.setDisable(values.size() < 2);
    }

    /** Null while the host is not known well enough to make a guest. */
    GuestAbilities abilities() {
        return arch.getValue();
    }

    /** Null while the host is not known well enough to make a guest. */
    String type() {
        return type.getValue();
    }

    /** Null where the host chooses. */
    String machine() {
        return machine.getValue() == null || machine.getValue().isEmpty() ? null : machine.getValue();
    }

    MachineLimits limits() {
        return limits;
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
