package org.innkeeper.app.newguest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import org.controlsfx.control.SearchableComboBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.core.xml.IpAddress;

/** Where the network card of a new guest is plugged in. */
final class NetworkFields {
    private static final String USUAL = "default";

    private final AppContext context;
    private final SearchableComboBox<NetworkChoice> choice = new SearchableComboBox<>();
    private final TextField bridge = new TextField();
    private final TextField address = new TextField();
    private final FieldRow choiceRow;
    private final FieldRow bridgeRow;
    private final FieldRow addressRow;

    NetworkFields(AppContext context, FieldGrid grid, FieldChecks checks, Runnable changed) {
        this.context = context;
        choice.setId("network");
        choice.setConverter(new Choice<>(this::words));
        bridge.setId("bridge");
        bridge.setPromptText("br0");
        choiceRow = grid.row(context.text("newguest.network"), choice, null);
        bridgeRow = grid.row(context.text("newguest.bridge"), bridge, context.text("newguest.bridge.help"));
        address.setId("address");
        address.setPromptText("192.0.2.10");
        addressRow = grid.row(context.text("newguest.address"), address, context.text("newguest.address.help"));
        checks.add(bridgeRow, this::bridgeProblem);
        checks.add(addressRow, this::addressProblem);
        address.textProperty().addListener(change -> changed.run());
        choice.valueProperty().addListener((property, before, now) -> {
            showChoice();
            changed.run();
        });
        bridge.textProperty().addListener(change -> changed.run());
        offer(List.of(), true);
    }

    private String words(NetworkChoice value) {
        return context.text("newguest.network." + value.kind(), Objects.requireNonNullElse(value.source(), ""));
    }

    /** Offers what a container can have. */
    void offerToContainer() {
        choice.getItems().setAll(List.of(NetworkChoice.ROUTED, NetworkChoice.BRIDGE, NetworkChoice.NONE));
        choice.setValue(NetworkChoice.ROUTED);
        showChoice();
    }

    /**
     * Offers those virtual networks; the usual one is chosen where it is there.
     *
     * @param userMode whether a process of the host can be the guest's way out, as QEMU is
     */
    void offer(List<String> networks, boolean userMode) {
        List<NetworkChoice> offered = new ArrayList<>();
        networks.forEach(name -> offered.add(NetworkChoice.network(name)));
        if (userMode) {
            offered.add(NetworkChoice.USER);
        }
        offered.addAll(List.of(NetworkChoice.BRIDGE, NetworkChoice.NONE));
        choice.getItems().setAll(offered);
        choice.setValue(networks.contains(USUAL) ? NetworkChoice.network(USUAL) : offered.get(0));
        showChoice();
    }

    private void showChoice() {
        NetworkChoice.Kind kind = choice().kind();
        String help = context.text("newguest.network.help." + kind);
        boolean byQemu = choice.getItems().contains(NetworkChoice.USER);
        choiceRow.setHelp(
                kind == NetworkChoice.Kind.BRIDGE && byQemu
                        ? help + " " + context.text("newguest.network.needsRoot")
                        : help);
        bridgeRow.setShown(kind == NetworkChoice.Kind.BRIDGE);
        addressRow.setShown(kind == NetworkChoice.Kind.ROUTED);
    }

    private String addressProblem() {
        return choice().kind() == NetworkChoice.Kind.ROUTED
                        && IpAddress.parse(address.getText().strip()).isEmpty()
                ? context.text("newguest.problem.address")
                : null;
    }

    private String bridgeProblem() {
        return choice().kind() == NetworkChoice.Kind.BRIDGE
                        && !bridge.getText().strip().matches("[^\\s/]{1,15}")
                ? context.text("newguest.problem.bridge")
                : null;
    }

    NetworkChoice choice() {
        NetworkChoice chosen = choice.getValue() == null ? NetworkChoice.NONE : choice.getValue();
        return switch (chosen.kind()) {
            case BRIDGE -> chosen.withSource(bridge.getText().strip());
            case ROUTED -> chosen.withSource(address.getText().strip());
            default -> chosen;
        };
    }
}
