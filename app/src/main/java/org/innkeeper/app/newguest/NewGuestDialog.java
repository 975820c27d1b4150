package org.innkeeper.app.newguest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.CountField;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.HostPicker;
import org.innkeeper.app.control.PathField;
import org.innkeeper.app.control.SizeField;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.spi.Feature;

/** Makes a guest: where, from what, how big; the rest has good values and is folded away. For the FX thread. */
public final class NewGuestDialog {
    private static final long GIB = 1 << 20;
    private static final long LEAST_MEMORY = 1024;
    private static final int MOST_VCPUS = 4096;

    private final AppContext context;
    private final Consumer<GuestKey> made;
    private final TaskDialog dialog;
    private final HostPicker hosts = new HostPicker();
    private final TextField name = new TextField();
    private final ToggleGroup sources = new ToggleGroup();
    private final Map<Source, RadioButton> sourceButtons = new EnumMap<>(Source.class);
    private final PathField path;
    private final ComboBox<String> format = new ComboBox<>();
    private final SizeField disk;
    private final SizeField memory;
    private final CountField vcpus;
    private final ComboBox<Boolean> network = new ComboBox<>();
    private final CheckBox start;
    private final AdvancedPane advanced;
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final ChangeListener<FleetSnapshot> listener = (property, before, fleet) -> offerHosts(fleet, null);
    private final FieldRow nameRow;
    private final FieldRow pathRow;
    private final FieldRow formatRow;
    private final FieldRow diskRow;
    private final FieldRow memoryRow;
    private final FieldRow vcpusRow;
    private final Button create;
    private HostId asked;
    private boolean nameTyped;
    private boolean formatChosen;
    private boolean suggesting;

    /**
     * @param preferred the host to offer first, or null
     * @param made is told the new guest
     */
    public NewGuestDialog(AppContext context, HostId preferred, Consumer<GuestKey> made) {
        this.context = context;
        this.made = made;
        dialog = new TaskDialog(context, "new-guest-dialog", context.text("newguest.title"));
        path = new PathField(context.texts(), "", List.of("*.iso", "*.img", "*.qcow2", "*.raw"));
        disk = SizeField.ofDisk(context.texts());
        disk.setKibibytes(20 * GIB);
        memory = SizeField.ofMemory(context.texts());
        memory.setKibibytes(2 * GIB);
        vcpus = new CountField(context.texts());
        vcpus.setValue(2);
        start = new CheckBox(context.text("newguest.start"));
        start.setMnemonicParsing(true);
        start.setSelected(true);
        advanced = new AdvancedPane(context, dialog);
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("newguest.host"), hosts, null);
        nameRow = grid.row(context.text("newguest.name"), name, null);
        grid.row(context.text("newguest.source"), choices(), null);
        pathRow = grid.row(context.text("newguest.path"), path, "");
        formatRow = grid.row(context.text("newguest.format"), format, context.text("newguest.format.help"));
        diskRow = grid.row(context.text("newguest.disk"), disk, "");
        memoryRow = grid.row(context.text("newguest.memory"), memory, "");
        vcpusRow = grid.row(context.text("newguest.vcpus"), vcpus, "");
        grid.row(context.text("newguest.network"), network, context.text("newguest.network.help"));
        grid.row(null, start, null);
        grid.setPrefWidth(620);
        nameControls();
        dialog.content(grid, advanced.node(), trouble);
        create = dialog.accept(context.text("newguest.accept"), this::create);
        connect();
        sourceButtons.get(Source.MEDIUM).setSelected(true);
        context.model().snapshotProperty().addListener(listener);
        dialog.stage().setOnHidden(event -> context.model().snapshotProperty().removeListener(listener));
        offerHosts(context.fleet().snapshot(), preferred);
    }

    private Node choices() {
        VBox box = new VBox(8);
        for (Source source : Source.values()) {
            RadioButton button = new RadioButton(context.text("newguest.source." + source));
            button.setMnemonicParsing(true);
            button.setToggleGroup(sources);
            button.setUserData(source);
            button.setId("source-" + source);
            sourceButtons.put(source, button);
            box.getChildren().add(button);
        }
        return box;
    }

    private void nameControls() {
        name.setId("guest-name");
        path.text().setId("source-path");
        disk.number().setId("disk-size");
        memory.number().setId("memory-size");
        vcpus.number().setId("vcpus");
        start.setId("start-now");
        format.setId("image-format");
        format.getItems().setAll("qcow2", "raw", "vmdk", "vdi", "vhdx");
        format.setValue("qcow2");
        network.getItems().setAll(true, false);
        network.setConverter(new Choice<>(on -> context.text(on ? "newguest.network.user" : "newguest.network.none")));
        network.setValue(true);
        network.setId("network");
    }

    private void connect() {
        hosts.valueProperty().addListener(change -> hostChosen());
        name.textProperty().addListener(change -> {
            nameTyped |= !suggesting;
            check();
        });
        sources.selectedToggleProperty().addListener(change -> {
            if (sources.getSelectedToggle() != null) {
                showSource();
            }
        });
        path.onChange(() -> {
            if (!formatChosen && !path.path().isEmpty()) {
                format.setValue(GuestPlan.formatByName(path.path()));
                formatChosen = false;
            }
            suggestName();
            check();
        });
        format.setOnAction(event -> formatChosen |= format.isFocused());
        disk.onChange(this::check);
        memory.onChange(this::check);
        vcpus.onChange(this::check);
        advanced.onChange(this::check);
    }

    private void offerHosts(FleetSnapshot fleet, HostId preferred) {
        List<HostId> before = hosts.getItems().stream().map(HostSnapshot::id).toList();
        List<HostId> now = fleet.hosts().stream()
                .filter(NewGuestDialog::fits)
                .map(HostSnapshot::id)
                .toList();
        if (!before.equals(now) || preferred != null) {
            hosts.offer(fleet, NewGuestDialog::fits, preferred);
        }
        check();
    }

    private static boolean fits(HostSnapshot host) {
        return host.connected() && !host.readOnly() && host.supports(Feature.DOMAIN_DEFINE);
    }

    private Source source() {
        return (Source) sources.getSelectedToggle().getUserData();
    }

    private void hostChosen() {
        HostSnapshot host = hosts.getValue();
        if (host == null || host.id().equals(asked)) {
            check();
            return;
        }
        asked = host.id();
        suggestName();
        memoryRow.setHelp(
                host.node() == null
                        ? null
                        : context.text(
                                "newguest.memory.help",
                                Quantities.kibibytes(host.node().memory())));
        vcpusRow.setHelp(
                host.node() == null
                        ? null
                        : context.texts()
                                .count("newguest.vcpus.help", host.node().cpus()));
        HostSession session = context.fleet().host(host.id()).orElseThrow();
        HostId wanted = asked;
        session.hostDetails()
                .thenCombine(session.pools(), HostOffer::of)
                .whenCompleteAsync(
                        (offer, failure) -> {
                            if (wanted.equals(asked)) {
                                showOffer(offer, failure);
                            }
                        },
                        FxThread.executor());
    }

    private void showOffer(HostOffer offer, Throwable failure) {
        trouble.show(
                failure == null
                        ? null
                        : context.text("newguest.unknownHost", ProblemText.sentence(Failures.info(failure))));
        advanced.show(failure == null ? offer : null);
        boolean canMake = advanced.pool() != null;
        sourceButtons.get(Source.EMPTY).setDisable(!canMake);
        if (!canMake && source() == Source.EMPTY) {
            sourceButtons.get(Source.IMAGE).setSelected(true);
        }
        showSource();
    }

    private void showSource() {
        Source source = source();
        pathRow.setShown(source.needsPath());
        formatRow.setShown(source == Source.IMAGE);
        diskRow.setShown(source.makesDisk());
        pathRow.setHelp(source.needsPath() ? context.text("newguest.path." + source) : null);
        disk.setDisable(advanced.pool() == null);
        diskRow.setHelp(
                advanced.pool() == null
                        ? context.text("newguest.disk.noPool")
                        : context.text(
                                "newguest.disk.help",
                                advanced.pool().name(),
                                Quantities.bytes(advanced.pool().available())));
        check();
        dialog.fit();
    }

    private void suggestName() {
        if (!nameTyped && hosts.getValue() != null) {
            suggesting = true;
            name.setText(GuestNames.suggest(source().needsPath() ? path.path() : null, taken()));
            suggesting = false;
        }
    }

    private Set<String> taken() {
        return hosts.chosen().stream()
                .flatMap(host -> context.fleet().snapshot().host(host.id()).stream())
                .flatMap(host -> host.guests().stream())
                .map(GuestSnapshot::name)
                .collect(Collectors.toSet());
    }

    /** Judges every field; what is still empty because nobody was there yet is told beside the buttons only. */
    private void check() {
        if (sources.getSelectedToggle() == null || create == null) {
            return;
        }
        String missing = null;
        if (hosts.getValue() == null) {
            missing = "newguest.missing.host";
        } else if (source().needsPath() && path.path().isEmpty()) {
            missing = "newguest.missing.path";
        }
        boolean wrong = tell(nameRow, nameProblem());
        wrong |= tell(pathRow, pathProblem());
        wrong |= tell(diskRow, diskProblem());
        wrong |= tell(memoryRow, memoryProblem());
        wrong |= tell(vcpusRow, vcpusProblem());
        dialog.note(missing == null ? null : context.text(missing));
        create.setDisable(wrong || missing != null || advanced.type() == null);
    }

    private static boolean tell(FieldRow row, String problem) {
        row.setProblem(problem);
        return problem != null;
    }

    private String nameProblem() {
        String typed = name.getText().strip();
        if (typed.isEmpty()) {
            return context.text("newguest.problem.name");
        }
        if (typed.contains("/")) {
            return context.text("newguest.problem.slash");
        }
        return taken().contains(typed) ? context.text("newguest.problem.taken", typed) : null;
    }

    private String pathProblem() {
        return source().needsPath() && !path.path().isEmpty() && !path.path().startsWith("/")
                ? context.text("newguest.problem.absolute")
                : null;
    }

    private String diskProblem() {
        if (!source().makesDisk() || advanced.pool() == null) {
            return null;
        }
        return disk.kibibytes().isEmpty() || disk.kibibytes().getAsLong() < 1024
                ? context.text("newguest.problem.disk")
                : null;
    }

    private String memoryProblem() {
        if (memory.kibibytes().isEmpty() || memory.kibibytes().getAsLong() < LEAST_MEMORY) {
            return context.text("newguest.problem.memory");
        }
        HostSnapshot host = hosts.getValue();
        return host != null
                        && host.node() != null
                        && memory.kibibytes().getAsLong() > host.node().memory()
                ? context.text(
                        "newguest.problem.tooMuchMemory",
                        Quantities.kibibytes(host.node().memory()))
                : null;
    }

    private String vcpusProblem() {
        int most = advanced.maxVcpus() > 0 ? advanced.maxVcpus() : MOST_VCPUS;
        return vcpus.value().isEmpty()
                        || vcpus.value().getAsInt() < 1
                        || vcpus.value().getAsInt() > most
                ? context.text("newguest.problem.vcpus", most)
                : null;
    }

    private GuestPlan plan() {
        boolean makes = source().makesDisk() && advanced.pool() != null;
        return new GuestPlan(
                name.getText().strip(),
                source(),
                source().needsPath() ? path.path() : null,
                format.getValue(),
                makes ? disk.kibibytes().orElse(0) : 0,
                makes ? advanced.pool().name() : null,
                memory.kibibytes().orElse(0),
                vcpus.value().orElse(1),
                network.getValue(),
                start.isSelected(),
                advanced.type(),
                advanced.abilities().arch(),
                advanced.abilities().emulator(),
                advanced.machine(),
                advanced.firmware(),
                advanced.bus());
    }

    /** Begins the job and goes; when it fails, the dialog is there again with all that was put in. */
    private void create() {
        HostSession session = context.fleet().host(hosts.getValue().id()).orElseThrow();
        dialog.close();
        session.create(plan().toNewGuest())
                .whenCompleteAsync(
                        (guest, failure) -> {
                            if (failure == null) {
                                made.accept(guest);
                                return;
                            }
                            ErrorInfo error = Failures.info(failure);
                            context.problems().add(error);
                            dialog.stage().show();
                            context.navigator().showProblem(error);
                        },
                        FxThread.executor());
    }

    public TaskDialog dialog() {
        return dialog;
    }

    public void show() {
        dialog.show();
        (source().needsPath() ? path.text() : name).requestFocus();
    }
}
