package org.innkeeper.app.main;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.innkeeper.app.action.ActionItems;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Shortcuts;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.control.Lazy;
import org.innkeeper.app.control.Panes;
import org.innkeeper.app.control.WindowPlace;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.settings.Section;
import org.innkeeper.app.settings.WindowStates;
import org.innkeeper.app.table.CellText;
import org.innkeeper.app.table.ColumnLayout;
import org.innkeeper.app.table.GuestRows;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.app.table.MarkShapes;
import org.innkeeper.icons.Marks;
import org.innkeeper.icons.ProgramIcon;

/** The main window. For the FX thread. */
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String COLUMNS = "columns";

    private final AppContext context;
    private final Stage stage;
    private final Section remembered;
    private final MainModel model;
    private final Actions actions;
    private final ActionItems items;
    private final GuestTable table;
    private final MainToolBar toolBar;
    private final Sidebar sidebar;
    private final Inspector inspector;
    private final StatusLine status;
    private final EmptyPage empty;
    private final Lazy<CommandPalette> palette;
    private final Lazy<ContextMenu> guestMenu;
    private final SideParts sides;
    private final StackPane root = new StackPane();
    private Runnable painted;

    /** Builds it on a stage of its own; nothing is shown yet. */
    public MainWindow(AppContext context, Stage stage) {
        this.context = context;
        this.stage = stage;
        remembered = context.settings().section("main");
        model = new MainModel(context);
        actions = new Actions(context);
        items = new ActionItems(actions, context.texts(), model::selection);
        CellText words = new CellText(context.texts());
        table = new GuestTable(words, model::readSamples, new MarkShapes(Marks::ofSystem));
        MenuButton menu = MainMenu.everything(items, context.texts());
        toolBar = new MainToolBar(items, context.texts(), menu);
        sidebar = new Sidebar(model, context.texts(), actions);
        inspector = new Inspector(model, context.texts(), words, table, items, context.fleet());
        status = new StatusLine(context);
        empty = new EmptyPage(context, actions, () -> toolBar.search().clear());
        palette = Lazy.of(this::makePalette);
        guestMenu = Lazy.of(() -> MainMenu.ofGuests(items));
        sides = new SideParts(sidebar, new StackPane(table, empty), inspector, remembered);
        BorderPane content = new BorderPane(sides, toolBar, null, status, null);
        root.getChildren().add(content);
        root.setId("main-window");
        connectTable();
        registerActions();
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        context.appearance().dress(scene);
        scene.getStylesheets().add("/org/innkeeper/app/main/main.css");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        stage.setScene(scene);
        stage.setTitle(context.text("main.title"));
        stage.setMinWidth(720);
        stage.setMinHeight(420);
        for (int size : List.of(16, 32, 48, 128)) {
            stage.getIcons().add(new Image(ProgramIcon.png(size).toExternalForm()));
        }
        WindowPlace.keep(stage, new WindowStates(context.settings()), "main", WIDTH, HEIGHT);
        model.rowsProperty().addListener((property, before, rows) -> showRows(rows));
        model.selectionProperty().addListener(change -> showSelection());
        showSelection();
        sidebar.show(context.fleet().snapshot());
    }

    private CommandPalette makePalette() {
        CommandPalette made = new CommandPalette(model, context.texts(), items, new PaletteTarget());
        root.getChildren().add(made);
        return made;
    }

    private void connectTable() {
        table.setColumnLayout(ColumnLayout.parse(remembered.text(COLUMNS).orElse(null)));
        model.setOrder(table.columnLayout());
        table.onColumnLayout(layout -> {
            remembered.put(COLUMNS, layout.format());
            model.setOrder(layout);
        });
        table.onSelection(() -> model.select(table.selectedGuests()));
        table.onOpen(guest -> context.navigator().openGuest(guest, GuestPage.OVERVIEW));
        table.onVisible(model::wantDetails);
        table.onContextMenu((x, y) -> {
            if (!table.selection().isEmpty()) {
                ContextMenu menu = guestMenu.get();
                items.refresh();
                menu.show(table, x, y);
            }
        });
        table.rowArea().hoverProperty().addListener((property, before, over) -> model.setHeld(over));
        toolBar.search().textProperty().addListener((property, before, words) -> model.setFilter(words));
        toolBar.search().setOnAction(event -> {
            if (table.rows().size() > 0 && table.selection().isEmpty()) {
                table.select(List.of(table.rows().get(0).key()));
            }
            table.requestFocus();
        });
    }

    private void registerActions() {
        actions.register(AppAction.SEARCH, selection -> {
            toolBar.search().requestFocus();
            toolBar.search().selectAll();
        });
        actions.register(AppAction.PALETTE, selection -> palette.get().open());
        actions.register(AppAction.SELECT_ALL, selection -> {
            table.requestFocus();
            table.selectAll();
        });
        actions.register(AppAction.TOGGLE_SIDEBAR, selection -> sides.toggleSidebar());
        actions.register(AppAction.TOGGLE_INSPECTOR, selection -> {
            sides.toggleInspector();
            inspector.refresh();
        });
        Panes panes = new Panes(() -> List.of(toolBar, sidebar, table, inspector, status));
        actions.register(AppAction.NEXT_PANE, selection -> panes.go(1));
        actions.register(AppAction.PREVIOUS_PANE, selection -> panes.go(-1));
        actions.register(AppAction.CLOSE_WINDOW, selection -> stage.close());
    }

    /** Shortcuts, after the control with the focus had its chance. */
    private void shortcut(KeyEvent event) {
        if (palette.isMade() && palette.get().isVisible()) {
            event.consume();
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        Shortcuts.find(event, !typing).ifPresent(action -> {
            items.run(action);
            event.consume();
        });
    }

    private void showRows(GuestRows rows) {
        table.setRows(rows);
        if (!table.selection().isEmpty() || !model.selection().guests().isEmpty() || model.scope() != null) {
            model.select(table.selectedGuests());
        } else {
            items.refresh();
            inspector.refresh();
        }
        sidebar.show(rows.fleet());
        status.show(rows.totals());
        empty.show(rows);
        if (rows.size() > 0 && stage.isShowing() && painted != null) {
            Runnable told = painted;
            painted = null;
            new PaintedOnce(stage.getScene(), told).watch();
        }
    }

    private void showSelection() {
        items.refresh();
        toolBar.showPauseOrResume();
        inspector.refresh();
    }

    /** Runs once, when the first rows are on the screen. */
    public void onPainted(Runnable listener) {
        painted = listener;
    }

    public Stage stage() {
        return stage;
    }

    /** Shows it. */
    public void show() {
        stage.show();
        table.requestFocus();
    }

    /** Brings it before the windows of other programs. */
    public void bringForward() {
        if (stage.isIconified()) {
            stage.setIconified(false);
        }
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /** Selects these guests and brings them into view; for what was just made. */
    public void select(List<GuestKey> guests) {
        table.select(guests);
    }

    /** Ends its listening; the window is closed by its stage. */
    public void dispose() {
        status.close();
        model.close();
    }

    /** What the palette finds is shown in the table. */
    private final class PaletteTarget implements CommandPalette.Target {
        @Override
        public void showGuest(GuestKey guest) {
            toolBar.search().clear();
            if (model.scope() != null && !model.scope().equals(guest.host())) {
                model.setScope(null);
            }
            if (table.rows().indexOf(guest) >= 0) {
                table.select(List.of(guest));
                table.requestFocus();
            } else {
                context.navigator().openGuest(guest, GuestPage.OVERVIEW);
            }
        }

        @Override
        public void showHost(HostId host) {
            model.setScope(host);
            sidebar.requestFocus();
        }
    }
}
