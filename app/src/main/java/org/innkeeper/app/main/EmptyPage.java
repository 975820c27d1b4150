package org.innkeeper.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.problem.ProblemText;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.FoundHost;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.table.GuestRows;
import org.innkeeper.app.task.FxThread;

/** What stands in the place of the table while there is no guest to show: why, and what to do next. */
final class EmptyPage extends VBox {
    /** Why there is nothing to show. */
    enum Reason {
        NO_HOST,
        NO_MATCH,
        CONNECTING,
        AWAY,
        NO_GUEST
    }

    private static final double WIDTH = 460;

    private final AppContext context;
    private final Actions actions;
    private final Runnable clearFilter;
    private Reason shown;
    private HostSnapshot shownHost;
    private List<FoundHost> found = List.of();

    EmptyPage(AppContext context, Actions actions, Runnable clearFilter) {
        this.context = context;
        this.actions = actions;
        this.clearFilter = clearFilter;
        setId("empty-page");
        getStyleClass().add("empty-page");
        setAlignment(Pos.CENTER);
        setVisible(false);
    }

    /** Shows itself when the rows are empty. */
    void show(GuestRows rows) {
        setVisible(rows.size() == 0);
        if (rows.size() > 0 || rows == GuestRows.EMPTY) {
            setVisible(false);
            shown = null;
            return;
        }
        Reason reason = reason(rows);
        HostSnapshot host = host(rows);
        boolean sameHost = host == null
                ? shownHost == null
                : shownHost != null && host.id().equals(shownHost.id()) && host.state() == shownHost.state();
        if (reason != shown || !sameHost) {
            shown = reason;
            shownHost = host;
            if (offersHosts()) {
                lookForHosts();
            }
            fill();
        }
    }

    Reason reason() {
        return shown;
    }

    private static Reason reason(GuestRows rows) {
        if (rows.fleet().hosts().isEmpty()) {
            return Reason.NO_HOST;
        }
        if (!rows.query().text().isEmpty()) {
            return Reason.NO_MATCH;
        }
        List<ConnectionState> states = rows.fleet().hosts().stream()
                .filter(host -> rows.query().scope() == null
                        || host.id().equals(rows.query().scope()))
                .map(HostSnapshot::state)
                .toList();
        if (states.contains(ConnectionState.CONNECTED)) {
            return Reason.NO_GUEST;
        }
        return states.contains(ConnectionState.CONNECTING) ? Reason.CONNECTING : Reason.AWAY;
    }

    /** The host it is about, or null when it is about several. */
    private static HostSnapshot host(GuestRows rows) {
        if (rows.query().scope() != null) {
            return rows.hosts().get(rows.query().scope());
        }
        return rows.fleet().hosts().size() == 1 ? rows.fleet().hosts().get(0) : null;
    }

    private void lookForHosts() {
        context.fleet()
                .findLocalHosts()
                .whenCompleteAsync(
                        (hosts, failure) -> {
                            found = failure == null ? hosts : List.of();
                            if (offersHosts()) {
                                fill();
                            }
                        },
                        FxThread.executor());
    }

    /** Without any host, and where the hypervisor of this machine that was added is not there. */
    private boolean offersHosts() {
        return shown == Reason.NO_HOST || (shown == Reason.AWAY && shownHost != null && !shownHost.elsewhere());
    }

    /** What was found on this machine; besides a host that is away, only what can be added yet. */
    private List<FoundHost> offers() {
        if (shown == Reason.NO_HOST) {
            return found;
        }
        Set<String> added = context.fleet().snapshot().hosts().stream()
                .map(HostSnapshot::uri)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(host -> host.available() && !added.contains(host.uri()))
                .toList();
    }

    private void fill() {
        List<Node> parts = new ArrayList<>();
        parts.add(Icons.action(icon(shown), 48));
        parts.add(text(context.text("main.empty." + shown + ".title"), "empty-title"));
        parts.add(text(detail(), "quiet"));
        if (offersHosts()) {
            offers().forEach(host -> parts.add(offer(host)));
        }
        parts.add(buttons());
        getChildren().setAll(parts);
    }

    private static String icon(Reason reason) {
        return switch (reason) {
            case NO_HOST -> "mdi2s-server-plus";
            case NO_MATCH -> "mdi2m-magnify-close";
            case CONNECTING -> "mdi2l-lan-pending";
            case AWAY -> "mdi2l-lan-disconnect";
            case NO_GUEST -> "mdi2m-monitor";
        };
    }

    private String detail() {
        if (shown == Reason.AWAY && shownHost != null && shownHost.problem() != null) {
            return ProblemText.sentence(shownHost.problem())
                    + shownHost.problem().remedy().map(remedy -> "\n" + remedy).orElse("");
        }
        return context.text("main.empty." + shown + ".detail");
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        return label;
    }

    /** A hypervisor of this machine: what it is, and a button where it is ready. */
    private Node offer(FoundHost host) {
        Label summary = new Label(host.sentence());
        summary.setWrapText(true);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox line = new HBox(12, Icons.action(host.available() ? "mdi2c-check-circle-outline" : "mdi2d-download", 18));
        line.getChildren().add(summary);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(WIDTH);
        line.getStyleClass().add("offer");
        if (host.available()) {
            Button add = new Button(context.text("main.empty.add"));
            add.setMinWidth(Region.USE_PREF_SIZE);
            add.setOnAction(event -> context.fleet().add(HostDefinition.of(host.uri(), host.summary())));
            line.getChildren().add(add);
        }
        return line;
    }

    private Node buttons() {
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER);
        Selection about = shownHost == null ? Selection.NOTHING : Selection.ofHost(shownHost);
        ActionItems items = new ActionItems(actions, context.texts(), () -> about);
        switch (shown) {
            case NO_HOST -> line.getChildren().add(main(items.button(AppAction.ADD_HOST), "empty-add-host"));
            case NO_MATCH -> {
                Button clear = new Button(context.text("main.empty.clear"));
                clear.setId("empty-clear");
                clear.setOnAction(event -> clearFilter.run());
                line.getChildren().add(clear);
            }
            case NO_GUEST -> line.getChildren().add(main(items.button(AppAction.NEW_GUEST), "empty-new-guest"));
            case AWAY -> {
                if (shownHost != null) {
                    line.getChildren().add(named(items.button(AppAction.CONNECT), "empty-connect"));
                    if (shownHost.away()) {
                        line.getChildren().add(named(items.button(AppAction.CHECK_HOST), "empty-check"));
                    }
                }
            }
            case CONNECTING -> {
                if (shownHost != null) {
                    Button cancel = new Button(context.text("control.cancel"));
                    cancel.setId("empty-cancel");
                    HostSnapshot host = shownHost;
                    cancel.setOnAction(event -> context.fleet().host(host.id()).ifPresent(HostSession::disconnect));
                    line.getChildren().add(cancel);
                }
            }
        }
        items.refresh();
        return line;
    }

    private static ActionButton named(ActionButton button, String id) {
        button.button().setId(id);
        return button;
    }

    private static ActionButton main(ActionButton button, String id) {
        button.button().getStyleClass().add("accent");
        return named(button, id);
    }
}
