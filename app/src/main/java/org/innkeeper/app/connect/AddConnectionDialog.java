package org.innkeeper.app.connect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.connect.check.CheckDialog;
import org.innkeeper.app.connect.found.FoundPage;
import org.innkeeper.app.connect.found.HostSources;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.DiscoveredHosts.Advertised;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.task.FxThread;

/** Adds a connection: a kind of host, what it needs, and who would serve it, told while one types. For the FX thread. */
public final class AddConnectionDialog {
    private static final double KINDS_WIDTH = 300;
    private static final String WITHOUT_LABELS = "without-labels";
    private static final double FIELDS_WIDTH = 540;

    private final AppContext context;
    private final TaskDialog dialog;
    private final ToggleGroup kinds = new ToggleGroup();
    private final Map<ConnectionKind, RadioButton> buttons = new EnumMap<>(ConnectionKind.class);
    private final TextField text = new TextField();
    private final TextField label = new TextField();
    private final CheckBox readOnly;
    private final CheckBox autoconnect;
    private final FieldGrid grid = new FieldGrid();
    private final FieldGrid result = new FieldGrid();
    private final FieldChecks checks = new FieldChecks();
    private final FieldRow textRow;
    private final FieldRow labelRow;
    private final LocalFinding local;
    private final RemotePage remote;
    private final FoundPage found;
    private final ComboBox<Optional<Reach>> foundReach = new ComboBox<>();
    private final Label uri = new Label();
    private final FieldRow uriRow;
    private final Button add;
    private final Button checkConnection;
    private boolean labelTyped;
    private String asked;

    /** @param sources where hosts are found; they are asked when the user wants to see them */
    public AddConnectionDialog(AppContext context, HostSources sources) {
        this.context = context;
        dialog = new TaskDialog(context, "connect-dialog", context.text("connect.title"));
        Label heading = new Label(context.text("connect.kind"));
        heading.getStyleClass().add("section-title");
        VBox choices = new VBox(12, heading);
        choices.setPrefWidth(KINDS_WIDTH);
        choices.setMinWidth(KINDS_WIDTH);
        for (ConnectionKind kind : ConnectionKind.values()) {
            choices.getChildren().add(choice(kind));
        }
        text.setId("connect-text");
        label.setId("connect-label");
        label.textProperty().addListener((property, before, now) -> labelTyped |= label.isFocused());
        readOnly = tick("connect.readOnly", false);
        readOnly.setId("read-only");
        autoconnect = tick("connect.autoconnect", true);
        autoconnect.setId("autoconnect");
        uri.getStyleClass().add("technical");
        uri.setId("connect-uri");
        uri.setWrapText(true);
        local = new LocalFinding(context, kind -> buttons.get(kind).setSelected(true), dialog::fit);
        grid.wide(local);
        textRow = grid.row(context.text("connect.text"), text, "");
        remote = new RemotePage(context, dialog, grid, checks, this::remoteChanged);
        foundReach.setConverter(new Choice<>(way -> way.map(reach -> context.text("connect.reach." + reach))
                .orElseGet(() -> context.text("connect.found.reach.ADVERTISED"))));
        foundReach.getItems().add(Optional.empty());
        Stream.of(Reach.SSH, Reach.TLS, Reach.TCP).map(Optional::of).forEach(foundReach.getItems()::add);
        foundReach.setId("found-reach");
        foundReach.setAccessibleText(FieldGrid.plain(context.text("connect.reach")));
        found = new FoundPage(context, sources, foundReach, this::check);
        foundReach.setValue(Optional.empty());
        foundReach.setOnAction(event -> found.reachBy(this::wayTo));
        grid.wide(found);
        dialog.stage().setOnHidden(event -> found.stop());
        labelRow = grid.row(context.text("connect.label"), label, context.text("connect.label.help"));
        grid.row(null, readOnly, context.text("connect.readOnly.help"));
        grid.row(null, autoconnect, null);
        uriRow = result.row(context.text("connect.uri"), uri, "");
        grid.setPrefWidth(FIELDS_WIDTH);
        HBox.setHgrow(grid, Priority.ALWAYS);
        dialog.content(new HBox(24, choices, new Separator(Orientation.VERTICAL), grid))
                .pinned(result);
        checkConnection = dialog.aside(
                context.text("connect.check"),
                () -> new CheckDialog(context, uri.getText(), readOnly.isSelected()).show());
        checkConnection.setId("check-connection");
        checkConnection.setMnemonicParsing(true);
        add = dialog.accept(context.text("connect.accept"), this::add);
        found.reachBy(this::wayTo);
        text.textProperty().addListener(change -> check());
        kinds.selectedToggleProperty().addListener(change -> showKind());
        buttons.get(ConnectionKind.EMBEDDED).setSelected(true);
    }

    private VBox choice(ConnectionKind kind) {
        RadioButton button = new RadioButton(context.text("connect.kind." + kind));
        button.setMnemonicParsing(true);
        button.setWrapText(true);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setToggleGroup(kinds);
        button.setUserData(kind);
        button.setId("kind-" + kind);
        button.setGraphic(Icons.action(kind.icon()));
        buttons.put(kind, button);
        Label help = new Label(context.text("connect.kind." + kind + ".help"));
        help.getStyleClass().add("choice-help");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(button, help);
    }

    private CheckBox tick(String key, boolean selected) {
        CheckBox tick = new CheckBox(context.text(key));
        tick.setMnemonicParsing(true);
        tick.setSelected(selected);
        return tick;
    }

    private ConnectionKind kind() {
        return (ConnectionKind) kinds.getSelectedToggle().getUserData();
    }

    private void showKind() {
        if (kinds.getSelectedToggle() == null) {
            return;
        }
        ConnectionKind kind = kind();
        textRow.setShown(kind.takesText());
        dialog.note(null);
        remote.setShown(kind == ConnectionKind.REMOTE);
        boolean several = kind == ConnectionKind.FOUND;
        found.setVisible(several);
        found.setManaged(several);
        labelRow.setShown(!several);
        checkConnection.setVisible(!several);
        checkConnection.setManaged(!several);
        result.setVisible(!several);
        result.setManaged(!several);
        grid.getStyleClass().remove(WITHOUT_LABELS);
        if (several) {
            grid.getStyleClass().add(WITHOUT_LABELS);
        }
        if (several) {
            found.look();
        }
        add.setText(context.text("connect.accept"));
        if (!kind.takesText()) {
            text.clear();
        }
        textRow.setHelp(kind.takesText() ? context.text("connect.text." + kind) : null);
        nameIt();
        check();
        dialog.fit();
    }

    private FoundPage.FoundWay wayTo(Advertised host) {
        AdvertisedWay way = new AdvertisedWay(host);
        Reach reach = foundReach.getValue().orElseGet(way::reach);
        return new FoundPage.FoundWay(way.over(reach).uri(), reach.isOpenToAll());
    }

    /** Offers a label, until the user has typed one. */
    private void nameIt() {
        if (!labelTyped) {
            if (kind() == ConnectionKind.FOUND) {
                return;
            }
            String host = kind() == ConnectionKind.REMOTE ? remote.address().host() : "";
            label.setText(host.isEmpty() ? context.text("connect.label." + kind()) : host);
        }
    }

    private void remoteChanged() {
        remote.refresh();
        nameIt();
        check();
    }

    /** Asks who would serve it; while it is being asked, and when nobody would, it cannot be added. */
    private void check() {
        if (kinds.getSelectedToggle() == null) {
            return;
        }
        local.show(kind(), text.getText().isBlank());
        if (kind() == ConnectionKind.FOUND) {
            checkFound();
            return;
        }
        String missing = missing();
        String wanted = wanted();
        uri.setText(wanted);
        asked = wanted;
        allow(false);
        if (missing != null) {
            asked = null;
            uriRow.setProblem(null);
            uriRow.setHelp(missing);
            dialog.fit();
            return;
        }
        context.fleet()
                .providerOf(wanted)
                .whenCompleteAsync(
                        (provider, failure) -> {
                            if (Objects.equals(asked, wanted)) {
                                show(provider, failure);
                            }
                        },
                        FxThread.executor());
    }

    private void checkFound() {
        asked = null;
        int count = found.chosen().size();
        dialog.note(
                count == 0
                        ? context.text("connect.found.choose")
                        : context.texts().count("connect.found.chosen", count));
        add.setDisable(count == 0);
        add.setText(context.texts().count("connect.found.accept", Math.max(1, count)));
    }

    private String wanted() {
        return kind() == ConnectionKind.REMOTE
                ? remote.address().uri()
                : kind().uri(text.getText().strip());
    }

    /** What has to be typed or corrected first; null where nothing has. */
    private String missing() {
        if (kind() == ConnectionKind.REMOTE) {
            return !checks.pass()
                    ? context.text("connect.correct")
                    : remote.address()
                            .missing()
                            .map(field -> context.text("connect.needed." + field))
                            .orElse(null);
        }
        return kind().needsText() && text.getText().isBlank() ? context.text("connect.needed") : null;
    }

    private void allow(boolean possible) {
        add.setDisable(!possible);
        checkConnection.setDisable(!possible);
    }

    private void show(String provider, Throwable failure) {
        String problem = failure == null ? null : ProblemText.sentence(Failures.info(failure));
        uriRow.setProblem(problem);
        uriRow.setHelp(failure == null ? context.text("connect.servedBy", provider) : null);
        allow(failure == null);
        dialog.fit();
    }

    private void add() {
        if (kind() == ConnectionKind.FOUND) {
            found.chosen().forEach(this::addFound);
            dialog.close();
            return;
        }
        String name =
                label.getText().isBlank() ? uri.getText() : label.getText().strip();
        context.fleet()
                .add(new HostDefinition(
                        HostId.random(), uri.getText(), name, readOnly.isSelected(), autoconnect.isSelected(), null));
        dialog.close();
    }

    private void addFound(FoundPage.Chosen chosen) {
        HostDefinition host = HostDefinition.fromOutside(chosen.uri(), chosen.name(), readOnly.isSelected());
        context.fleet().add(host.withAutoconnect(autoconnect.isSelected()));
    }

    public TaskDialog dialog() {
        return dialog;
    }

    public void show() {
        dialog.showModal();
        buttons.get(kind()).requestFocus();
    }
}
