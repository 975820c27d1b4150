package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Uses the program without a mouse. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class KeyboardTest {
    private static final int MOST = 60;

    /** So many and more has the demo host. */
    private static final int GUESTS = 6;

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Program program;
    private OpenProgram open;
    private Windows windows;
    private HostId demo;
    private Scene main;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.wantDark(false);
        demo = program.add("test:///default", "Demo host");
        open = new OpenProgram(program, GUESTS);
        windows = open.windows();
        main = OpenWindows.await("main-window");
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static boolean within(Node node, Node part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == part) {
                return true;
            }
        }
        return false;
    }

    private static Node focus(Scene scene) {
        return fx(scene::getFocusOwner);
    }

    /** Goes on with Tab until it is where it began; tells all it came by. */
    private Set<Node> walk(Scene scene) {
        Set<Node> visited = new LinkedHashSet<>();
        for (int i = 0; i < MOST && visited.add(focus(scene)); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(visited).as("controls before Tab comes round").hasSizeLessThan(MOST);
        return visited;
    }

    private static List<Node> reachable(Scene scene) {
        return fx(() -> scene.getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>)
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(KeyboardTest::isShown)
                // Of a group, the arrow keys reach the others.
                .filter(node -> !(node instanceof ToggleButton button)
                        || button.getToggleGroup() == null
                        || button.isSelected())
                .toList());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void everythingIsReached(Scene scene) {
        Set<Node> visited = walk(scene);
        assertThat(reachable(scene)).isNotEmpty().allSatisfy(node -> assertThat(visited)
                .as("reached with Tab: " + node)
                .anyMatch(at -> within(at, node) || within(node, at)));
    }

    private void type(Scene scene, String id, String text) {
        TextField field = OpenWindows.node(scene, id);
        for (int i = 0; i < MOST && focus(scene) != field; i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(focus(scene)).isSameAs(field);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }

    @Test
    void panesAreVisitedInARound() {
        List<Node> panes = List.of(
                OpenWindows.node(main, "sidebar"),
                OpenWindows.node(main, "guest-table"),
                OpenWindows.node(main, "inspector"));
        robot.push(KeyCode.HOME);
        Gui.run(() -> panes.get(0).requestFocus());
        for (Node pane : List.of(panes.get(1), panes.get(2))) {
            robot.push(KeyCode.F6);
            assertThat(within(focus(main), pane)).as("in " + pane.getId()).isTrue();
        }
        robot.push(KeyCode.F6);
        assertThat(panes).noneMatch(pane -> within(focus(main), pane));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(within(focus(main), panes.get(2))).isTrue();
    }

    @Test
    void tabReachesEverythingInTheMainWindow() {
        robot.push(KeyCode.DOWN);
        everythingIsReached(main);
    }

    @Test
    void aGuestIsOpenedChangedAndClosed() throws Exception {
        GuestKey key = program.guest("archive").orElseThrow().key();
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        Scene guest = OpenWindows.await("guest-window");
        until("the form is there", () -> guest.lookup(".form-page") != null);
        everythingIsReached(guest);
        type(guest, "field-overview.title", "Old papers");
        ButtonBase apply = OpenWindows.node(guest, "apply");
        until("it can be applied", () -> apply.isVisible() && !apply.isDisabled());
        robot.push(KeyCode.ALT, KeyCode.A);
        until("it is stored", () -> program.fleet()
                .host(demo)
                .orElseThrow()
                .xml(key, DefinitionView.STORED)
                .toCompletableFuture()
                .get()
                .contains("Old papers"));
        robot.push(KeyCode.CONTROL, KeyCode.W);
        OpenWindows.awaitGone("guest-window");
    }

    @Test
    void chartsAreReachedToo() {
        GuestKey key = program.guest("web-frontend").orElseThrow().key();
        Gui.run(() -> windows.openGuest(key, GuestPage.DETAILS));
        Scene guest = OpenWindows.await("guest-window");
        ToggleButton details = OpenWindows.node(guest, "page-details");
        for (int i = 0; i < MOST && focus(guest) != details; i++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SPACE);
        until("charts", () -> guest.lookup("#chart-cpu") != null);
        everythingIsReached(guest);
    }

    @Test
    void aGuestIsMade() {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        Scene create = OpenWindows.await("new-guest-dialog");
        until("the host has answered", () -> !OpenWindows.<Control>node(create, "network")
                .isDisabled());
        everythingIsReached(create);
        type(create, "source-path", "/isos/tiny.iso");
        ButtonBase accept = OpenWindows.node(create, "accept");
        until("it can be made", () -> !accept.isDisabled());
        robot.push(KeyCode.ENTER);
        OpenWindows.awaitGone("new-guest-dialog");
        until("it runs", () -> program.guest("tiny")
                .filter(made -> made.state() == DomainState.RUNNING)
                .isPresent());
    }

    @Test
    void aGuestIsDeletedButNotByReturn() {
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DELETE);
        Scene delete = OpenWindows.await("delete-dialog");
        ButtonBase accept = OpenWindows.node(delete, "accept");
        until("its disks are known", () -> !accept.isDisabled());
        everythingIsReached(delete);
        Gui.run(() -> OpenWindows.<Control>node(delete, "cancel").requestFocus());
        robot.push(KeyCode.TAB);
        assertThat(focus(delete)).isSameAs(accept);
        robot.push(KeyCode.SPACE);
        until("it is gone", () -> program.guest("archive").isEmpty());
    }

    @Test
    void preferencesAndConnectionsAreReachedAndLeft() {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        Scene preferences = OpenWindows.await("preferences-dialog");
        everythingIsReached(preferences);
        robot.push(KeyCode.ESCAPE);
        OpenWindows.awaitGone("preferences-dialog");
        OpenWindows.await("main-window");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        Scene connect = OpenWindows.await("connect-dialog");
        ButtonBase add = OpenWindows.node(connect, "accept");
        until("it was asked", () -> !add.isDisabled());
        everythingIsReached(connect);
        robot.push(KeyCode.ESCAPE);
        OpenWindows.awaitGone("connect-dialog");
        assertThat(program.fleet().hosts()).hasSize(1);
    }
}
