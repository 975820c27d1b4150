package org.innkeeper.app.delete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.i18n.Quantities;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.ErrorInfo;

/** Deletes guests: says who goes, lists their disks, and deletes those that are ticked. For the FX thread. */
public final class DeleteDialog {
    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 240;

    private final AppContext context;
    private final TaskDialog dialog;
    private final Map<HostSnapshot, List<GuestSnapshot>> guests = new LinkedHashMap<>();
    private final VBox disks = new VBox(8);
    private final Map<CheckBox, DiskChoice> ticks = new LinkedHashMap<>();
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final Button delete;

    public DeleteDialog(AppContext context, Collection<GuestKey> keys) {
        this.context = context;
        for (HostSnapshot host : context.fleet().snapshot().hosts()) {
            List<GuestSnapshot> chosen = host.guests().stream()
                    .filter(guest -> keys.contains(guest.key()))
                    .toList();
            if (!chosen.isEmpty()) {
                guests.put(host, chosen);
            }
        }
        List<GuestSnapshot> all = guests.values().stream().flatMap(List::stream).toList();
        String title = all.size() == 1
                ? context.text("delete.title", all.get(0).name())
                : context.texts().count("delete.title.many", all.size());
        dialog = new TaskDialog(context, "delete-dialog", title);
        Label who = new Label(
                context.text("delete.who", all.stream().map(GuestSnapshot::name).collect(Collectors.joining(", "))));
        who.setWrapText(true);
        who.setPrefWidth(WIDTH);
        who.setMinHeight(Region.USE_PREF_SIZE);
        String running = all.stream()
                .filter(guest -> guest.domain().active())
                .map(GuestSnapshot::name)
                .collect(Collectors.joining(", "));
        Callout off =
                new Callout(Callout.Kind.WARNING, running.isEmpty() ? null : context.text("delete.running", running));
        Label caption = new Label(context.text("delete.storage"));
        caption.getStyleClass().add("section-title");
        disks.getStyleClass().add("disk-list");
        disks.getChildren().add(quiet(context.text("delete.reading")));
        ScrollPane scroll = new ScrollPane(disks);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("boxed-scroll");
        dialog.content(who, off, caption, scroll, trouble);
        delete = dialog.danger(context.text("delete.accept"), this::delete);
        delete.setDisable(true);
        read();
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private void read() {
        disks.getChildren().clear();
        List<CompletionStage<Void>> readings = new ArrayList<>();
        guests.forEach((host, chosen) -> readings.add(read(host, chosen)));
        CompletableFuture.allOf(readings.stream()
                        .map(CompletionStage::toCompletableFuture)
                        .toArray(CompletableFuture[]::new))
                .whenCompleteAsync(
                        (nothing, failure) -> {
                            if (failure != null) {
                                trouble.show(
                                        context.text("delete.unread", ProblemText.sentence(Failures.info(failure))));
                            }
                            if (ticks.isEmpty()) {
                                disks.getChildren().setAll(quiet(context.text("delete.noDisk")));
                            }
                            delete.setDisable(false);
                            dialog.cancelButton().requestFocus();
                        },
                        FxThread.executor());
    }

    private CompletionStage<Void> read(HostSnapshot host, List<GuestSnapshot> chosen) {
        HostSession session = context.fleet().host(host.id()).orElseThrow();
        Map<GuestSnapshot, GuestDetails> details = new LinkedHashMap<>();
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (GuestSnapshot guest : chosen) {
            CompletionStage<GuestDetails> read = session.details(guest.key());
            all = all.thenCombine(read, (nothing, told) -> {
                details.put(guest, told);
                return null;
            });
        }
        CompletionStage<List<PoolSummary>> pools = session.pools();
        // Others are asked too, since a disk that one of them uses must be seen to be used.
        CompletionStage<Map<GuestSnapshot, GuestDetails>> others = others(session, host, chosen);
        return all.thenCombine(pools, (nothing, found) -> found)
                .thenCombineAsync(
                        others,
                        (found, known) -> {
                            show(DeletePlan.disks(details, known, found));
                            return null;
                        },
                        FxThread.executor());
    }

    private static CompletionStage<Map<GuestSnapshot, GuestDetails>> others(
            HostSession session, HostSnapshot host, List<GuestSnapshot> chosen) {
        Map<GuestSnapshot, GuestDetails> known = new HashMap<>();
        CompletionStage<Map<GuestSnapshot, GuestDetails>> all = CompletableFuture.completedFuture(known);
        for (GuestSnapshot other : host.guests()) {
            if (!chosen.contains(other)) {
                all = all.thenCombine(session.details(other.key()), (map, told) -> {
                    map.put(other, told);
                    return map;
                });
            }
        }
        return all;
    }

    private void show(List<DiskChoice> choices) {
        for (DiskChoice choice : choices) {
            disks.getChildren().add(line(choice));
        }
    }

    private Node line(DiskChoice choice) {
        String reason = choice.reasonToKeep();
        CheckBox tick = new CheckBox(choice.disk().path());
        tick.setMnemonicParsing(false);
        tick.setId("disk-" + choice.disk().target());
        tick.setSelected(false);
        ticks.put(tick, choice);
        String size = choice.size() < 0 ? "" : " · " + Quantities.bytes(choice.size());
        Label facts = quiet(
                context.text("delete.disk", choice.guest().name(), choice.disk().target()) + size);
        VBox words = new VBox(2, tick, facts);
        facts.getStyleClass().add("choice-help");
        if (reason != null) {
            Label why = quiet(context.text(reason, String.join(", ", choice.usedBy())));
            why.getStyleClass().addAll("choice-help", "keep-reason");
            words.getChildren().add(why);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private void delete() {
        Map<GuestKey, Set<String>> chosen = new HashMap<>();
        ticks.forEach((tick, choice) -> {
            if (tick.isSelected()) {
                chosen.computeIfAbsent(choice.guest().key(), key -> new HashSet<>())
                        .add(choice.disk().path());
            }
        });
        guests.forEach((host, going) -> {
            HostSession session = context.fleet().host(host.id()).orElseThrow();
            for (GuestSnapshot guest : going) {
                Set<String> storage = chosen.getOrDefault(guest.key(), Set.of());
                session.delete(new DeleteRequest(guest.key(), storage))
                        .whenCompleteAsync((nothing, failure) -> report(failure), FxThread.executor());
            }
        });
        dialog.close();
    }

    private void report(Throwable failure) {
        if (failure != null) {
            ErrorInfo error = Failures.info(failure);
            context.problems().add(error);
            context.navigator().showProblem(error);
        }
    }

    public TaskDialog dialog() {
        return dialog;
    }

    public void show() {
        dialog.showModal();
    }
}
