package org.innkeeper.app.delete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.TaskDialog;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.DeleteRequest;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.GuestDetails;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.PoolSummary;
import org.innkeeper.app.task.Coalesced;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.ErrorInfo;

/** Deletes guests: says who goes, lists their disks, and deletes those that are ticked. For the FX thread. */
public final class DeleteDialog {
    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 240;
    private static final int NAMED = 20;

    private final AppContext context;
    private final TaskDialog dialog;
    private final Map<HostSnapshot, List<GuestSnapshot>> guests = new LinkedHashMap<>();
    private final List<DefinitionReading> readings = new ArrayList<>();
    private final DiskList disks;
    private final Label asking = new Label();
    private final ProgressBar asked = new ProgressBar(0);
    private final HBox progress = new HBox(8, asked, asking);
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final Button delete;

    /** What is known of the guests of one host that are to be deleted. */
    private record OwnDisks(HostSnapshot host, Map<GuestSnapshot, GuestDetails> details, List<PoolSummary> pools) {
        List<DiskChoice> choices(Map<GuestSnapshot, GuestDetails> others) {
            return DeletePlan.disks(details, others, pools);
        }

        /** Others are asked only where there is a disk that could go. */
        boolean mayLose() {
            return !choices(Map.of()).isEmpty();
        }
    }

    public DeleteDialog(AppContext context, Collection<GuestKey> keys) {
        this.context = context;
        disks = new DiskList(context.texts());
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
        Label who = new Label(context.text("delete.who", names(all)));
        who.setWrapText(true);
        who.setPrefWidth(WIDTH);
        who.setMinHeight(Region.USE_PREF_SIZE);
        List<GuestSnapshot> running =
                all.stream().filter(guest -> guest.domain().active()).toList();
        Callout off = new Callout(
                Callout.Kind.WARNING, running.isEmpty() ? null : context.text("delete.running", names(running)));
        Label caption = new Label(context.text("delete.storage"));
        caption.getStyleClass().add("section-title");
        ScrollPane scroll = new ScrollPane(disks);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(LIST_HEIGHT);
        scroll.getStyleClass().add("boxed-scroll");
        asking.getStyleClass().add("quiet");
        progress.setAlignment(Pos.CENTER_LEFT);
        showProgress(false);
        dialog.content(who, off, caption, scroll, progress, trouble);
        delete = dialog.danger(context.text("delete.accept"), this::delete);
        delete.setDisable(true);
        dialog.stage().setOnHidden(event -> readings.forEach(DefinitionReading::stop));
        read();
    }

    private String names(List<GuestSnapshot> some) {
        String named = some.stream().limit(NAMED).map(GuestSnapshot::name).collect(Collectors.joining(", "));
        return some.size() <= NAMED ? named : context.text("delete.andMore", named, some.size() - NAMED);
    }

    private void showProgress(boolean shown) {
        progress.setVisible(shown);
        progress.setManaged(shown);
    }

    private void read() {
        List<CompletableFuture<OwnDisks>> own = new ArrayList<>();
        guests.forEach((host, chosen) -> own.add(reading(host, chosen, () -> {})
                .thenCombine(session(host).pools(), (details, pools) -> new OwnDisks(host, details, pools))));
        together(own).whenCompleteAsync(this::showOwn, FxThread.executor());
    }

    private CompletableFuture<Map<GuestSnapshot, GuestDetails>> reading(
            HostSnapshot host, List<GuestSnapshot> some, Runnable advanced) {
        DefinitionReading reading = new DefinitionReading(session(host)::details, some, advanced);
        readings.add(reading);
        return reading.read();
    }

    private HostSession session(HostSnapshot host) {
        return context.fleet().host(host.id()).orElseThrow();
    }

    private static <T> CompletableFuture<List<T>> together(List<CompletableFuture<T>> all) {
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenApply(nothing -> all.stream().map(CompletableFuture::join).toList());
    }

    private void showOwn(List<OwnDisks> own, Throwable failure) {
        delete.setDisable(false);
        dialog.cancelButton().requestFocus();
        if (failure != null) {
            disks.show(List.of(), true);
            told(failure);
            return;
        }
        List<OwnDisks> open = own.stream().filter(OwnDisks::mayLose).toList();
        disks.show(own.stream().flatMap(host -> host.choices(Map.of()).stream()).toList(), open.isEmpty());
        if (!open.isEmpty()) {
            askOthers(own, open);
        }
    }

    /** A disk that another guest uses must be seen to be used before it can be ticked. */
    private void askOthers(List<OwnDisks> own, List<OwnDisks> open) {
        Map<HostSnapshot, List<GuestSnapshot>> others = new LinkedHashMap<>();
        open.forEach(disk -> others.put(
                disk.host(),
                disk.host().guests().stream()
                        .filter(guest -> !disk.details().containsKey(guest))
                        .toList()));
        int count = others.values().stream().mapToInt(List::size).sum();
        AtomicInteger known = new AtomicInteger();
        Coalesced show = FxThread.coalesce(() -> {
            asked.setProgress((double) known.get() / Math.max(1, count));
            asking.setText(context.text("delete.asking", known.get(), count));
        });
        show.request();
        showProgress(true);
        List<CompletableFuture<Map<GuestSnapshot, GuestDetails>>> asks = new ArrayList<>();
        others.forEach((host, some) -> asks.add(reading(host, some, () -> {
            known.incrementAndGet();
            show.request();
        })));
        together(asks)
                .whenCompleteAsync(
                        (answers, failure) -> {
                            showProgress(false);
                            if (failure != null) {
                                told(failure);
                                return;
                            }
                            Map<GuestSnapshot, GuestDetails> users = new HashMap<>();
                            answers.forEach(users::putAll);
                            disks.show(
                                    own.stream()
                                            .flatMap(disk -> disk.choices(users).stream())
                                            .toList(),
                                    true);
                        },
                        FxThread.executor());
    }

    private void told(Throwable failure) {
        if (dialog.stage().isShowing()) {
            trouble.show(context.text("delete.unread", ProblemText.sentence(Failures.info(failure))));
        }
    }

    private void delete() {
        Map<GuestKey, Set<String>> chosen = disks.ticked();
        guests.forEach((host, going) -> {
            for (GuestSnapshot guest : going) {
                Set<String> storage = chosen.getOrDefault(guest.key(), Set.of());
                session(host)
                        .delete(new DeleteRequest(guest.key(), storage))
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
