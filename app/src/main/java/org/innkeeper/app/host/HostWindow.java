package org.innkeeper.app.host;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.ProgramIcons;
import org.innkeeper.app.control.WindowPlace;
import org.innkeeper.app.session.Failures;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostDetails;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.settings.WindowStates;
import org.innkeeper.app.task.FxThread;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.capabilities.Capabilities;

/** The window of one host: what it is, how it is reached, how busy it is, what it can do, and its connection. For the FX thread. */
public final class HostWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;

    private final AppContext context;
    private final HostSession session;
    private final Stage stage = new Stage();
    private final HostCharts charts;
    private final HostFacts facts;
    private final HostWay way;
    private final HostFeatures features;
    private final CapabilitiesPage capabilities;
    private final ConnectionPage connection;
    private final Label name = new Label();
    private final Label line = new Label();
    private final Callout trouble = new Callout(Callout.Kind.WARNING, null);
    private final BorderPane root = new BorderPane();
    private final ChangeListener<FleetSnapshot> listener = (property, before, fleet) -> show(fleet);
    private boolean asked;

    /** Builds it; nothing is shown yet. */
    public HostWindow(AppContext context, HostSession session) {
        this.context = context;
        this.session = session;
        facts = new HostFacts(context.texts());
        way = new HostWay(context, session.id());
        features = new HostFeatures(context);
        capabilities = new CapabilitiesPage(context);
        connection = new ConnectionPage(context, session);
        charts = new HostCharts(context.texts(), session.samples());
        HostPages pages = new HostPages(context, root::setCenter);
        pages.add("page-overview", "hostwindow.page.overview", "mdi2i-information-outline", way, facts, features);
        pages.add("page-performance", "hostwindow.page.performance", "mdi2c-chart-line", charts);
        pages.addWhole("show-capabilities", "hostwindow.capabilities", "mdi2f-format-list-checks", capabilities);
        pages.add("page-connection", "hostwindow.page.connection", "mdi2l-lan-connect", connection);
        root.setId("host-window");
        root.setTop(new VBox(header(), pages.bar(), trouble));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        context.appearance().dress(scene);
        scene.getStylesheets().addAll("/org/innkeeper/app/control/controls.css", "/org/innkeeper/app/guest/guest.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KeyCombination.valueOf(AppAction.CLOSE_WINDOW.shortcut()).match(event)) {
                stage.hide();
            }
        });
        stage.setScene(scene);
        ProgramIcons.dress(stage);
        WindowPlace.keep(stage, new WindowStates(context.settings()), "host", WIDTH, HEIGHT);
        context.model().snapshotProperty().addListener(listener);
        stage.showingProperty().addListener((property, before, showing) -> {
            if (!showing) {
                context.model().snapshotProperty().removeListener(listener);
            }
        });
        show(context.fleet().snapshot());
    }

    private HBox header() {
        name.getStyleClass().add("guest-name");
        line.getStyleClass().add("quiet");
        VBox words = new VBox(2, name, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox(12, Icons.action("mdi2s-server", 28), words);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("guest-header");
        return header;
    }

    private void show(FleetSnapshot fleet) {
        Optional<HostSnapshot> found = fleet.host(session.id());
        if (found.isEmpty()) {
            stage.hide();
            return;
        }
        HostSnapshot host = found.get();
        stage.setTitle(context.text("hostwindow.title", host.label()));
        name.setText(host.label());
        line.setText(host.uri() + " · " + context.text("main.host.state." + host.state()));
        way.show(host);
        facts.show(host);
        features.show(host);
        connection.refresh();
        if (!host.connected()) {
            // What it tells may be something else when it is back.
            asked = false;
        } else if (!asked) {
            asked = true;
            session.hostDetails().whenCompleteAsync(this::showDetails, FxThread.executor());
        }
        charts.show(host);
    }

    private void showDetails(HostDetails details, Throwable failure) {
        if (failure != null) {
            asked = false;
            trouble.show(Failures.info(failure).message());
            return;
        }
        trouble.show(null);
        Capabilities parsed = parsed(details.capabilities());
        way.show(details);
        facts.show(details, parsed);
        capabilities.show(parsed, details.capabilities());
    }

    /** A document that cannot be understood can still be read by people. */
    private Capabilities parsed(String document) {
        try {
            return Capabilities.parse(document);
        } catch (InnkeeperException e) {
            trouble.show(e.info().message());
            return new Capabilities(null, null);
        }
    }

    public Stage stage() {
        return stage;
    }

    /** Shows it, or brings it forward. */
    public void show() {
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }
}
