package org.innkeeper.app.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Fleet;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.MemoryLimit;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.GuestColumn;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.app.table.LiveChart;
import org.innkeeper.app.table.StateIcon;

/** What the inspector says about one guest. */
final class GuestInspector extends VBox {
    private static final List<GuestColumn> CHARTS =
            List.of(GuestColumn.CPU, GuestColumn.MEMORY, GuestColumn.DISK, GuestColumn.NETWORK);

    private final Texts texts;
    private final CellText words;
    private final GuestPicture picture;
    private final Label name = new Label();
    private final Label title = new Label();
    private final Label state = new Label();
    private final StateIcon stateIcon;
    private final Map<String, Label> facts = new LinkedHashMap<>();
    private final GridPane factGrid = new GridPane();
    private final List<LiveChart> charts;
    private final GuestAddresses addresses;
    private GuestKey shown;

    GuestInspector(Texts texts, CellText words, GuestTable table, MainModel model, ActionItems items, Fleet fleet) {
        this.texts = texts;
        this.words = words;
        getStyleClass().add("inspector-content");
        stateIcon = new StateIcon(table.palette());
        picture = new GuestPicture(texts, fleet);
        addresses = new GuestAddresses(fleet);
        charts = CHARTS.stream()
                .map(column -> new LiveChart(column, words, model::readSamples, table.palette()))
                .toList();
        name.getStyleClass().add("inspector-name");
        name.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("quiet");
        title.setWrapText(true);
        HBox stateLine = new HBox(8, stateIcon, state);
        stateLine.setAlignment(Pos.CENTER_LEFT);
        factGrid.getStyleClass().add("facts");
        VBox chartBox = new VBox(8);
        chartBox.getChildren().addAll(charts);
        getChildren().addAll(name, title, stateLine, picture, quick(items), factGrid, chartBox);
    }

    private static FlowPane quick(ActionItems items) {
        FlowPane pane = new FlowPane(0, 4);
        for (AppAction action : List.of(
                AppAction.RUN,
                AppAction.PAUSE,
                AppAction.SHUT_DOWN,
                AppAction.OPEN,
                AppAction.OPEN_DETAILS,
                AppAction.OPEN_PERFORMANCE,
                AppAction.DELETE)) {
            ActionButton made = items.iconButton(action);
            made.button().setId("inspect-" + action.name());
            made.button().getStyleClass().addAll("flat", "quick-action");
            pane.getChildren().add(made);
        }
        return pane;
    }

    void show(GuestSnapshot guest, HostSnapshot host) {
        boolean another = !guest.key().equals(shown);
        shown = guest.key();
        set(name, guest.name());
        boolean titled = guest.title() != null && !guest.title().isBlank();
        title.setManaged(titled);
        title.setVisible(titled);
        set(title, titled ? guest.title() : "");
        set(state, words.stateAndReason(guest));
        stateIcon.show(guest.state());
        picture.show(guest, host);
        addresses.show(guest, host);
        facts(guest, host);
        charts.forEach(chart -> chart.show(guest, host));
        if (another) {
            requestLayout();
        }
    }

    private void facts(GuestSnapshot guest, HostSnapshot host) {
        GuestDetails details = guest.details();
        fact("host", host == null ? Quantities.ABSENT : host.label());
        if (host != null && host.readOnly()) {
            fact("access", texts.get("main.fact.readOnly"));
        }
        fact("address", addresses.text());
        fact("system", details == null || details.osId() == null ? Quantities.ABSENT : system(details.osId()));
        fact("vcpus", guest.vcpus() < 0 ? Quantities.ABSENT : Integer.toString(guest.vcpus()));
        long memory = details == null ? guest.rates().memoryMaxKiB() : details.memoryKiB();
        fact("memory", MemoryLimit.isNone(memory) ? texts.get("main.fact.noLimit") : Quantities.kibibytes(memory));
        fact("autostart", texts.get(guest.autostart() ? "main.fact.yes" : "main.fact.no"));
        if (!guest.persistent()) {
            fact("transient", texts.get("main.fact.yes"));
        }
    }

    /** {@code http://debian.org/debian/12} as {@code debian 12}. */
    private static String system(String osId) {
        String[] parts = osId.split("/");
        return parts.length < 2 ? osId : parts[parts.length - 2] + ' ' + parts[parts.length - 1];
    }

    private void fact(String id, String value) {
        Label label = facts.computeIfAbsent(id, key -> {
            Label title = new Label(texts.get("main.fact." + key));
            title.getStyleClass().add("quiet");
            title.setMinWidth(USE_PREF_SIZE);
            Label made = new Label();
            made.setMaxWidth(Double.MAX_VALUE);
            made.setWrapText(true);
            GridPane.setHgrow(made, Priority.ALWAYS);
            factGrid.addRow(facts.size(), title, made);
            return made;
        });
        set(label, value);
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
        }
    }
}
