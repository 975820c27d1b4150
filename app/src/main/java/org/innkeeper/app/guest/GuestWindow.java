package org.innkeeper.app.guest;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.action.Shortcuts;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.Confirmation;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.control.Callout;
import org.innkeeper.app.control.Icons;
import org.innkeeper.app.control.Panes;
import org.innkeeper.app.control.ProgramIcons;
import org.innkeeper.app.control.WindowPlace;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.settings.WindowStates;

/** The window of one guest. For the FX thread. */
public final class GuestWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 760;

    private final AppContext context;
    private final GuestKey key;
    private final Stage stage = new Stage();
    private final Actions actions;
    private final GuestHeader header;
    private final Callout away = new Callout(Callout.Kind.WARNING, null);
    private final Callout note = new Callout(Callout.Kind.NOTE, null);
    private final BorderPane root = new BorderPane();
    private final ToggleButton detailsButton;
    private final ToggleButton performanceButton;
    private final ToggleButton xmlButton;
    private final DetailsPage details;
    private final PerformancePage performance;
    private final HostSession.Pin pin;
    private final ChangeListener<FleetSnapshot> listener = (property, before, fleet) -> show(fleet);
    private Selection selection = Selection.NOTHING;
    private boolean consoleAsked;

    /**
     * Builds it; nothing is shown yet.
     *
     * @param session the session of the guest's host
     */
    public GuestWindow(AppContext context, HostSession session, GuestKey key) {
        this.context = context;
        this.key = key;
        actions = new Actions(context);
        actions.register(AppAction.CLOSE_WINDOW, nothing -> close());
        pin = session.pin(key);
        header = new GuestHeader(context, actions);
        details = new DetailsPage(context, session, key);
        performance = new PerformancePage(context, session.samples(), key);
        ToggleGroup pages = new ToggleGroup();
        detailsButton = page("details", "mdi2t-tune", pages);
        performanceButton = page("performance", "mdi2c-chart-line", pages);
        xmlButton = new ToggleButton(context.text("guest.xml"), Icons.action("mdi2c-code-tags"));
        xmlButton.setId("show-xml");
        xmlButton.setMnemonicParsing(true);
        xmlButton.setOnAction(event -> details.setXmlShown(xmlButton.isSelected()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(4, detailsButton, performanceButton, gap, xmlButton);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("guest-pages");
        Panes panes = new Panes(() -> root.getCenter() == details
                ? List.of(header, bar, details.getLeft(), details.getCenter(), details.getBottom())
                : List.of(header, bar, performance));
        actions.register(AppAction.NEXT_PANE, nothing -> panes.go(1));
        actions.register(AppAction.PREVIOUS_PANE, nothing -> panes.go(-1));
        root.setId("guest-window");
        root.setTop(new VBox(header, bar, away, note));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        context.appearance().dress(scene);
        scene.getStylesheets().addAll("/org/innkeeper/app/control/controls.css", "/org/innkeeper/app/guest/guest.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        stage.setScene(scene);
        stage.setMinWidth(720);
        stage.setMinHeight(420);
        ProgramIcons.dress(stage);
        WindowPlace.keep(stage, new WindowStates(context.settings()), "guest", WIDTH, HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            askAndClose();
        });
        stage.showingProperty().addListener((property, before, showing) -> {
            if (!showing) {
                dispose();
            }
        });
        context.model().snapshotProperty().addListener(listener);
        open(GuestPage.OVERVIEW);
        show(context.fleet().snapshot());
    }

    private ToggleButton page(String name, String icon, ToggleGroup group) {
        ToggleButton button = new ToggleButton(context.text("guest.page." + name), Icons.action(icon));
        button.setId("page-" + name);
        button.setMnemonicParsing(true);
        button.setToggleGroup(group);
        button.getStyleClass().add("page-button");
        button.setOnAction(event -> open(name.equals("performance") ? GuestPage.PERFORMANCE : GuestPage.DETAILS));
        return button;
    }

    /** Shows one of its pages. */
    public void open(GuestPage page) {
        boolean charts = page == GuestPage.PERFORMANCE;
        performanceButton.setSelected(charts);
        detailsButton.setSelected(!charts);
        xmlButton.setVisible(!charts);
        root.setCenter(charts ? performance : details);
        consoleAsked = page == GuestPage.CONSOLE;
        show(context.fleet().snapshot());
    }

    /** Shows one of the pages of its details, by the id of the page. */
    public void openPage(String page) {
        open(GuestPage.DETAILS);
        details.openPage(page);
    }

    private void show(FleetSnapshot fleet) {
        Optional<HostSnapshot> host = fleet.host(key.host());
        Optional<GuestSnapshot> guest = fleet.guest(key);
        if (host.isEmpty() || guest.isEmpty()) {
            away.show(context.text("guest.gone"));
            header.setDisable(true);
            return;
        }
        away.show(
                host.get().connected()
                        ? null
                        : context.text("guest.away", host.get().label()));
        note.show(note(host.get(), guest.get()));
        header.setDisable(false);
        selection = Selection.of(fleet, null, List.of(key));
        stage.setTitle(
                context.text("guest.windowTitle", guest.get().name(), host.get().label()));
        header.show(guest.get(), host.get(), selection);
        details.show(guest.get(), host.get());
        if (root.getCenter() == performance) {
            performance.show(guest.get(), host.get());
        }
    }

    /** What one may miss here, and why it is not there; null for nothing. */
    private String note(HostSnapshot host, GuestSnapshot guest) {
        String readOnly = host.readOnly() ? context.text("guest.readOnly", host.label()) : null;
        if (!consoleAsked) {
            return readOnly;
        }
        String console = context.text(guest.domain().active() ? "guest.noConsole" : "guest.noConsole.off");
        return readOnly == null ? console : console + "\n" + readOnly;
    }

    private void shortcut(KeyEvent event) {
        Shortcuts.find(event, false).ifPresent(action -> {
            actions.run(action, selection);
            event.consume();
        });
    }

    private void askAndClose() {
        if (!details.isDirty()) {
            close();
            return;
        }
        Confirmation question = new Confirmation(
                context.text("guest.discard.title"),
                context.text("guest.discard.question"),
                List.of(),
                context.text("guest.discard.confirm"),
                null);
        context.navigator().confirm(question).thenAccept(yes -> {
            if (yes) {
                close();
            }
        });
    }

    public Stage stage() {
        return stage;
    }

    public GuestKey guest() {
        return key;
    }

    /** Shows it, or brings it forward. */
    public void show() {
        if (stage.isIconified()) {
            stage.setIconified(false);
        }
        stage.show();
        stage.toFront();
        stage.requestFocus();
        details.focusList();
    }

    public void close() {
        stage.hide();
    }

    private void dispose() {
        context.model().snapshotProperty().removeListener(listener);
        pin.close();
    }
}
