package org.innkeeper.app.connect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import org.innkeeper.app.certificate.PlacesDialog;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.PathField;
import org.innkeeper.app.control.TaskDialog;

/** The fields of a remote host: what nobody can do without at once, all else folded away. */
final class RemotePage {
    private final AppContext context;
    private final ComboBox<Hypervisor> hypervisor = new ComboBox<>();
    private final ComboBox<Reach> reach = new ComboBox<>();
    private final ComboBox<Boolean> session = new ComboBox<>();
    private final Map<RemoteField, TextField> texts = new EnumMap<>(RemoteField.class);
    private final Map<RemoteField, PathField> paths = new EnumMap<>(RemoteField.class);
    private final Map<RemoteField, FieldRow> rows = new EnumMap<>(RemoteField.class);
    private final FieldRow hypervisorRow;
    private final FieldRow reachRow;
    private final FieldRow sessionRow;
    private final Callout warning;
    private final TitledPane advanced;
    private boolean shown;

    /**
     * @param grid gets the fields as its next rows
     * @param checks judges them while they are shown
     * @param changed is run after each change
     */
    RemotePage(AppContext context, TaskDialog dialog, FieldGrid grid, FieldChecks checks, Runnable changed) {
        this.context = context;
        choice(hypervisor, "remote-hypervisor", new Choice<>(value -> context.text("connect.hypervisor." + value)));
        hypervisor.getItems().setAll(Hypervisor.values());
        choice(reach, "remote-reach", new Choice<>(value -> context.text("connect.reach." + value)));
        reach.getItems().setAll(Reach.values());
        choice(
                session,
                "remote-session",
                new Choice<>(own -> context.text(own ? "connect.session.own" : "connect.session.system")));
        session.getItems().setAll(false, true);
        hypervisorRow = grid.row(context.text("connect.hypervisor"), hypervisor, null);
        reachRow = grid.row(context.text("connect.reach"), reach, "");
        warning = new Callout(Callout.Kind.WARNING, context.text("connect.unencrypted"));
        warning.setId("remote-warning");
        grid.wide(warning);
        field(grid, RemoteField.HOST);
        field(grid, RemoteField.COMMAND);
        FieldGrid more = new FieldGrid();
        field(more, RemoteField.USER);
        field(more, RemoteField.PORT);
        texts.get(RemoteField.PORT).setMaxWidth(120);
        sessionRow = more.row(context.text("connect.session"), session, context.text("connect.session.help"));
        field(more, RemoteField.KEY);
        field(more, RemoteField.CERTIFICATES);
        field(more, RemoteField.SOCKET);
        advanced = new TitledPane(context.text("connect.advanced"), more);
        advanced.setId("remote-advanced");
        advanced.setExpanded(false);
        advanced.setAnimated(false);
        advanced.expandedProperty().addListener(change -> dialog.fit());
        grid.wide(advanced);
        hypervisor.setValue(Hypervisor.QEMU);
        reach.setValue(Reach.SSH);
        session.setValue(false);
        rows.forEach((field, row) -> checks.add(row, () -> problem(field)));
        hypervisor.setOnAction(event -> changed.run());
        reach.setOnAction(event -> changed.run());
        session.setOnAction(event -> changed.run());
        texts.values().forEach(text -> text.textProperty().addListener(change -> changed.run()));
        setShown(false);
    }

    private static <T> void choice(ComboBox<T> box, String id, Choice<T> words) {
        box.setConverter(words);
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    private void field(FieldGrid grid, RemoteField field) {
        PathField path = field.isPath() ? new PathField(context.texts(), null, List.of()) : null;
        TextField text = path == null ? new TextField() : path.text();
        if (path != null) {
            path.browseBy(field == RemoteField.CERTIFICATES ? () -> browseCertificates(text) : null);
            paths.put(field, path);
        }
        text.setId("remote-" + field);
        texts.put(field, text);
        rows.put(
                field,
                grid.row(
                        context.text("connect.remote." + field),
                        path == null ? text : path,
                        context.text("connect.remote." + field + ".help")));
    }

    private void browseCertificates(TextField text) {
        new PlacesDialog(context, text.getText().strip(), text::setText).show();
    }

    /** What is typed. */
    RemoteAddress address() {
        Map<RemoteField, String> typed = new EnumMap<>(RemoteField.class);
        texts.forEach((field, text) -> typed.put(field, text.getText()));
        return new RemoteAddress(hypervisor.getValue(), reach.getValue(), session.getValue(), typed);
    }

    /** Shows the fields that the chosen way takes, or none. */
    void setShown(boolean show) {
        shown = show;
        refresh();
    }

    /** In words; null where nothing is, or nobody sees it. */
    private String problem(RemoteField field) {
        return shown
                ? address()
                        .mistake(field)
                        .map(mistake -> context.text("connect.mistake." + mistake))
                        .orElse(null)
                : null;
    }

    /** Follows what is typed: which fields there are. */
    void refresh() {
        RemoteAddress address = address();
        Reach way = address.reach();
        hypervisorRow.setShown(shown);
        reachRow.setShown(shown);
        reachRow.setHelp(context.text("connect.reach." + way + ".help"));
        warning.show(shown && way.isOpenToAll() ? context.text("connect.unencrypted") : null);
        sessionRow.setShown(address.hypervisor().hasSessions());
        rows.forEach((field, row) -> row.setShown(shown && way.takes(field)));
        texts.get(RemoteField.PORT).setPromptText(Integer.toString(way.defaultPort()));
        rows.get(RemoteField.SOCKET)
                .setHelp(context.text(way == Reach.SSH ? "connect.remote.SOCKET.far" : "connect.remote.SOCKET.help"));
        // The socket of another machine is not among the files of this one.
        paths.get(RemoteField.SOCKET).setBrowsable(way != Reach.SSH);
        boolean more = shown && (address.hypervisor().hasSessions() || way != Reach.EXT);
        advanced.setVisible(more);
        advanced.setManaged(more);
        if (hasFoldedMistake(address)) {
            // Nothing may be wrong where nobody can see it.
            advanced.setExpanded(true);
        }
    }

    private static boolean hasFoldedMistake(RemoteAddress address) {
        return Stream.of(RemoteField.values())
                .anyMatch(field -> !field.needed() && address.mistake(field).isPresent());
    }
}
