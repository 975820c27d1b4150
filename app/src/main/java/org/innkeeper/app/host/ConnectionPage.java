package org.innkeeper.app.host;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.task.FxThread;

/** The connection as it is kept: its name, its URI, its rights, when it is connected and how often it is asked. */
final class ConnectionPage extends VBox {
    /** Seconds between two polls; 0 stands for as often as all hosts. */
    private static final List<Integer> INTERVALS = List.of(0, 1, 2, 5, 10, 30, 60);

    private final AppContext context;
    private final HostSession session;
    private final TextField label = new TextField();
    private final TextField uri = new TextField();
    private final FieldRow uriRow;
    private final CheckBox readOnly;
    private final CheckBox autoconnect;
    private final ComboBox<Integer> polling = new ComboBox<>();
    private final Label effect = new Label();
    private final Button apply;
    private final Button revert;
    private final FieldChecks checks = new FieldChecks();
    private String uriProblem;
    private HostDefinition shown;
    private String asked;

    ConnectionPage(AppContext context, HostSession session) {
        super(12);
        this.context = context;
        this.session = session;
        getStyleClass().add("form-section");
        label.setId("edit-label");
        uri.setId("edit-uri");
        uri.getStyleClass().add("technical");
        readOnly = tick("connect.readOnly", "edit-read-only");
        autoconnect = tick("connect.autoconnect", "edit-autoconnect");
        polling.setId("edit-polling");
        polling.setConverter(new Choice<>(seconds -> seconds == 0
                ? context.text("hostwindow.polling.usual")
                : context.texts().count("hostwindow.polling", seconds)));
        polling.getItems().setAll(INTERVALS);
        FieldGrid grid = new FieldGrid();
        FieldRow labelRow = grid.row(context.text("connect.label"), label, context.text("connect.label.help"));
        checks.add(labelRow, () -> label.getText().isBlank() ? context.text("hostwindow.needsLabel") : null);
        uriRow = grid.row(context.text("hostwindow.uri"), uri, "");
        checks.add(uriRow, () -> uriProblem);
        grid.row(null, readOnly, context.text("connect.readOnly.help"));
        grid.row(null, autoconnect, null);
        grid.row(context.text("hostwindow.polling"), polling, context.text("hostwindow.polling.help"));
        effect.getStyleClass().add("quiet");
        effect.setWrapText(true);
        effect.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(effect, Priority.ALWAYS);
        revert = new Button(context.text("hostwindow.revert"));
        revert.setId("edit-revert");
        revert.setMnemonicParsing(true);
        revert.setOnAction(event -> fill(session.definition()));
        apply = new Button(context.text("hostwindow.apply"));
        apply.setId("edit-apply");
        apply.setMnemonicParsing(true);
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> apply());
        HBox buttons = new HBox(8, effect, revert, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(grid, buttons);
        fill(session.definition());
        label.textProperty().addListener(change -> check());
        uri.textProperty().addListener(change -> check());
        readOnly.selectedProperty().addListener(change -> check());
        autoconnect.selectedProperty().addListener(change -> check());
        polling.valueProperty().addListener(change -> check());
        check();
    }

    private CheckBox tick(String key, String id) {
        CheckBox tick = new CheckBox(context.text(key));
        tick.setMnemonicParsing(true);
        tick.setId(id);
        return tick;
    }

    /** Follows changes from elsewhere, unless the user is at it. */
    void refresh() {
        HostDefinition now = session.definition();
        if (!now.equals(shown) && edited().equals(shown)) {
            fill(now);
        }
    }

    private void fill(HostDefinition host) {
        shown = host;
        label.setText(host.label());
        uri.setText(host.uri());
        readOnly.setSelected(host.readOnly());
        autoconnect.setSelected(host.autoconnect());
        int seconds = host.polling() == null ? 0 : (int) host.polling().toSeconds();
        if (!polling.getItems().contains(seconds)) {
            polling.getItems().add(seconds);
        }
        polling.setValue(seconds);
        check();
    }

    private HostDefinition edited() {
        int seconds = polling.getValue();
        return shown.withUri(uri.getText().strip())
                .withLabel(label.getText().strip())
                .withReadOnly(readOnly.isSelected())
                .withAutoconnect(autoconnect.isSelected())
                .withPolling(
                        seconds == 0
                                ? null
                                : shown.polling() != null && shown.polling().toSeconds() == seconds
                                        ? shown.polling()
                                        : Duration.ofSeconds(seconds));
    }

    private void check() {
        HostDefinition edited = edited();
        boolean dirty = !edited.equals(shown);
        revert.setDisable(!dirty);
        apply.setDisable(true);
        boolean anew = !edited.uri().equals(shown.uri()) || edited.readOnly() != shown.readOnly();
        effect.setText(dirty ? context.text(anew ? "hostwindow.anew" : "hostwindow.atOnce") : "");
        if (edited.uri().equals(shown.uri())) {
            asked = null;
            uriRow.setHelp(null);
            apply.setDisable(!judged(null) || !dirty);
            return;
        }
        asked = edited.uri();
        context.fleet()
                .providerOf(edited.uri())
                .whenCompleteAsync(
                        (provider, failure) -> {
                            if (Objects.equals(asked, edited.uri())) {
                                boolean good = judged(
                                        failure == null
                                                ? null
                                                : Failures.info(failure).message());
                                uriRow.setHelp(failure == null ? context.text("connect.servedBy", provider) : null);
                                apply.setDisable(!good);
                            }
                        },
                        FxThread.executor());
    }

    /** @param newUriProblem what the drivers say to the URI, or null */
    private boolean judged(String newUriProblem) {
        uriProblem = newUriProblem;
        return checks.pass();
    }

    private void apply() {
        HostDefinition edited = edited();
        fill(edited);
        session.redefine(edited)
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            if (failure != null) {
                                context.problems().add(Failures.info(failure));
                            }
                        },
                        FxThread.executor());
    }
}
