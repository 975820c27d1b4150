package org.innkeeper.app.newguest;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Choice;
import org.innkeeper.app.control.FieldChecks;
import org.innkeeper.app.control.FieldGrid;
import org.innkeeper.app.control.FieldRow;
import org.innkeeper.app.control.HostPicker;
import org.innkeeper.app.control.TaskDialog;
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
    private final AppContext context;
    private final Consumer<GuestKey> made;
    private final TaskDialog dialog;
    private final FieldChecks checks = new FieldChecks();
    private final HostPicker hosts = new HostPicker();
    private final ComboBox<GuestKind> kind = new ComboBox<>();
    private final FieldRow kindRow;
    private final TextField name = new TextField();
    private final SourceFields source;
    private final BootFields boot;
    private final SizeFields size;
    private final NetworkFields network;
    private final CheckBox start;
    private final AdvancedPane advanced;
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final ChangeListener<FleetSnapshot> listener = (property, before, fleet) -> offerHosts(fleet, null);
    private final Button create;
    private HostId asked;
    private HostOffer offer = HostOffer.NOTHING;
    private int maxVcpus = -1;
    private boolean nameTyped;
    private boolean suggesting;

    /**
     * @param preferred the host to offer first, or null
     * @param made is told the new guest
     */
    public NewGuestDialog(AppContext context, HostId preferred, Consumer<GuestKey> made) {
        this.context = context;
        this.made = made;
        dialog = new TaskDialog(context, "new-guest-dialog", context.text("newguest.title"));
        create = dialog.accept(context.text("newguest.accept"), this::create);
        FieldGrid grid = new FieldGrid();
        grid.row(context.text("newguest.host"), hosts, null);
        kind.setId("guest-kind");
        kind.setConverter(new Choice<>(value -> context.text("newguest.kind." + value)));
        kindRow = grid.row(context.text("newguest.kind"), kind, null);
        kindRow.setShown(false);
        FieldRow nameRow = grid.row(context.text("newguest.name"), name, null);
        checks.add(nameRow, this::nameProblem);
        source = new SourceFields(context, grid, checks, this::changed);
        boot = new BootFields(context, grid, checks, this::changed, this::bootChosen);
        size = new SizeFields(context, grid, checks, this::changed);
        network = new NetworkFields(context, grid, checks, this::changed);
        start = new CheckBox(context.text("newguest.start"));
        start.setMnemonicParsing(true);
        start.setSelected(true);
        grid.row(null, start, null);
        grid.setPrefWidth(620);
        advanced = new AdvancedPane(context, dialog, this::askLimits, this::poolChosen);
        name.setId("guest-name");
        start.setId("start-now");
        dialog.content(grid, advanced.node(), trouble);
        hosts.valueProperty().addListener(change -> hostChosen());
        kind.valueProperty().addListener(change -> kindChosen());
        name.textProperty().addListener(change -> {
            nameTyped |= !suggesting;
            changed();
        });
        source.onKind(dialog::fit);
        context.model().snapshotProperty().addListener(listener);
        dialog.stage().setOnHidden(event -> context.model().snapshotProperty().removeListener(listener));
        offerHosts(context.fleet().snapshot(), preferred);
    }

    private void offerHosts(FleetSnapshot fleet, HostId preferred) {
        var before = hosts.getItems().stream().map(HostSnapshot::id).toList();
        var now = fleet.hosts().stream()
                .filter(NewGuestDialog::fits)
                .map(HostSnapshot::id)
                .toList();
        if (!before.equals(now) || preferred != null) {
            hosts.offer(fleet, NewGuestDialog::fits, preferred);
        }
        changed();
    }

    private static boolean fits(HostSnapshot host) {
        return host.keepsDefinitions().possible();
    }

    private void hostChosen() {
        HostSnapshot host = hosts.getValue();
        if (host == null || host.id().equals(asked)) {
            changed();
            return;
        }
        asked = host.id();
        source.setElsewhere(host.elsewhere() ? host.label() : null);
        boot.setElsewhere(host.elsewhere() ? host.label() : null);
        size.show(host.node());
        HostSession session = session();
        HostId wanted = asked;
        HostAnswer.of(session.hostDetails(), session.pools(), session.networks())
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (wanted.equals(asked)) {
                                show(answer, failure);
                            }
                        },
                        FxThread.executor());
    }

    private HostSession session() {
        return context.fleet().host(hosts.getValue().id()).orElseThrow();
    }

    private void show(HostAnswer answer, Throwable failure) {
        trouble.show(
                failure == null
                        ? answer.missing()
                                .map(missing -> problem("newguest.unknownPart", missing))
                                .orElse(null)
                        : problem("newguest.unknownHost", failure));
        offer = failure == null ? answer.offer() : HostOffer.NOTHING;
        maxVcpus = offer.maxVcpus();
        List<GuestKind> kinds = offer.kinds();
        kind.getItems().setAll(kinds);
        kindRow.setShown(kinds.size() > 1);
        kind.setValue(kinds.isEmpty() ? null : kinds.get(0));
        kindChosen();
    }

    private String problem(String key, Throwable failure) {
        return context.text(key, ProblemText.sentence(Failures.info(failure)));
    }

    private void kindChosen() {
        GuestKind chosen = kind.getValue() == null ? GuestKind.MACHINE : kind.getValue();
        kindRow.setHelp(context.text("newguest.kind.help." + chosen));
        advanced.show(offer.of(chosen));
        boot.setKind(chosen);
        offerSources(chosen);
        if (chosen == GuestKind.CONTAINER) {
            network.offerToContainer();
        } else {
            network.offer(offer.networks(), chosen == GuestKind.MACHINE && !"xen".equals(advanced.type()));
        }
        poolChosen();
        askLimits();
    }

    private void bootChosen() {
        offerSources(kind.getValue());
        changed();
        dialog.fit();
    }

    private void offerSources(GuestKind chosen) {
        source.setKind(chosen, boot.ofHost(), GuestPlan.newDiskFormat(advanced.type()));
    }

    private void poolChosen() {
        source.offer(advanced.pool());
        changed();
        dialog.fit();
    }

    /** What another machine can have is asked for; until that is known, everything is offered. */
    private void askLimits() {
        MachineLimits usual = advanced.usualLimits();
        showLimits(usual);
        GuestAbilities abilities = advanced.abilities();
        if (abilities == null || !hosts.getValue().supports(Feature.DOMAIN_CAPABILITIES)) {
            return;
        }
        String machine = advanced.machine();
        String type = advanced.type();
        session()
                .domainCapabilities(abilities.emulator(), abilities.arch(), machine, type)
                .thenApply(told -> MachineLimits.read(told, usual))
                .whenCompleteAsync(
                        (limits, failure) -> {
                            boolean still = abilities.equals(advanced.abilities())
                                    && Objects.equals(machine, advanced.machine())
                                    && Objects.equals(type, advanced.type());
                            if (still) {
                                showLimits(failure == null ? limits : usual);
                            }
                        },
                        FxThread.executor());
    }

    private void showLimits(MachineLimits limits) {
        advanced.show(limits);
        source.offerTemplates(limits.templates());
        boolean both = maxVcpus > 0 && limits.maxVcpus() > 0;
        size.limit(both ? Math.min(maxVcpus, limits.maxVcpus()) : Math.max(maxVcpus, limits.maxVcpus()));
        changed();
    }

    private void suggestName() {
        if (!nameTyped && hosts.getValue() != null) {
            suggesting = true;
            name.setText(GuestNames.suggest(source.path(), taken()));
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
    private void changed() {
        if (advanced == null) {
            return;
        }
        if (!suggesting) {
            suggestName();
        }
        String missing = missing();
        dialog.note(missing);
        create.setDisable(!checks.pass() || missing != null || advanced.type() == null);
    }

    /** What has to be there first; null where nothing has. */
    private String missing() {
        if (hosts.getValue() == null) {
            return context.text("newguest.missing.host");
        }
        if (offer != HostOffer.NOTHING && offer.abilities().isEmpty()) {
            return context.text("newguest.missing.kind", hosts.getValue().label());
        }
        if (source.isMissing()) {
            return context.text(
                    source.source() == Source.TEMPLATE ? "newguest.missing.template" : "newguest.missing.path");
        }
        return boot.isMissing() ? context.text("newguest.missing.kernel") : null;
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

    private GuestPlan plan() {
        return new GuestPlan(
                name.getText().strip(),
                source.source(),
                source.path(),
                source.format(),
                source.diskKiB(),
                source.diskKiB() > 0 ? advanced.pool().name() : null,
                size.memoryKiB(),
                size.vcpus(),
                network.choice(),
                start.isSelected(),
                advanced.type(),
                advanced.abilities(),
                advanced.machine(),
                advanced.firmware(),
                advanced.bus(),
                advanced.limits().mediumBus(),
                boot.kernel());
    }

    /** Begins the job and goes; when it fails, the dialog is there again with all that was put in. */
    private void create() {
        HostSession session = session();
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
        (source.isMissing() ? source.pathText() : name).requestFocus();
    }
}
