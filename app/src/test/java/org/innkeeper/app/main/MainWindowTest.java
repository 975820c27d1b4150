package org.innkeeper.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.awaitility.Awaitility;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.Metric;
import org.innkeeper.app.table.GuestColumn;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Drives the main window over the demo host. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class MainWindowTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Program program;
    private MainWindow window;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.wantDark(false);
    }

    @AfterEach
    void close() {
        if (window != null) {
            Gui.run(() -> {
                window.stage().hide();
                window.dispose();
            });
        }
        program.close();
    }

    private GuestTable show() {
        window = fx(() -> {
            MainWindow made = new MainWindow(program.context(), new Stage());
            made.show();
            return made;
        });
        // Keys go nowhere, and pop-ups close again, until the window manager has given the window the focus.
        until("focus", () -> window.stage().isFocused());
        return fx(() -> (GuestTable) window.stage().getScene().lookup("#guest-table"));
    }

    private GuestTable showDemo() {
        program.add("test:///default", "demo");
        GuestTable table = show();
        until("rows", () -> table.rows().size() == 12);
        return table;
    }

    private void clickRow(GuestTable table, String name, MouseButton button) {
        int row = fx(() -> {
            List<GuestSnapshot> rows = rows(table);
            return rows.stream().map(GuestSnapshot::name).toList().indexOf(name);
        });
        assertThat(row).as("row of " + name).isNotNegative();
        var area = fx(() -> table.rowArea().localToScreen(60, row * 32 + 16));
        robot.clickOn(area.getX(), area.getY(), button);
    }

    private static List<GuestSnapshot> rows(GuestTable table) {
        return java.util.stream.IntStream.range(0, table.rows().size())
                .mapToObj(table.rows()::get)
                .toList();
    }

    private Button button(String id) {
        return fx(() -> (Button) window.stage().getScene().lookup("#" + id));
    }

    private boolean disabled(String id) {
        return fx(() -> window.stage().getScene().lookup("#" + id).isDisabled());
    }

    @Test
    void theToolbarFollowsTheSelectionAndRunsAGuest() {
        GuestTable table = showDemo();
        assertThat(disabled("action-RUN")).as("nothing is selected").isTrue();

        clickRow(table, "archive", MouseButton.PRIMARY);
        until("run is possible", () -> !button("action-RUN").isDisabled());
        assertThat(disabled("action-PAUSE")).isTrue();

        robot.clickOn("#action-RUN");
        until("it runs", () -> program.guest("archive").orElseThrow().state() == DomainState.RUNNING);
        until("the toolbar has followed", () -> button("action-RUN").isDisabled());
        assertThat(disabled("action-PAUSE")).isFalse();

        robot.clickOn("#action-PAUSE");
        until("it is paused", () -> program.guest("archive").orElseThrow().state() == DomainState.PAUSED);
        until("Resume has taken the place of Pause", () -> button("action-RESUME")
                .isVisible());
    }

    @Test
    void severalSelectedGuestsActTogether() {
        GuestTable table = showDemo();
        clickRow(table, "archive", MouseButton.PRIMARY);
        robot.press(KeyCode.CONTROL);
        clickRow(table, "windows-11", MouseButton.PRIMARY);
        robot.release(KeyCode.CONTROL);
        assertThat(fx(() -> table.selection().size())).isEqualTo(2);

        robot.type(KeyCode.R, 0);
        robot.push(KeyCode.CONTROL, KeyCode.R);

        until("both run", () -> List.of("archive", "windows-11").stream()
                .allMatch(name -> program.guest(name).orElseThrow().state() == DomainState.RUNNING));
    }

    @Test
    void keysMoveSelectAndOpen() {
        GuestTable table = showDemo();
        clickRow(table, "database", MouseButton.PRIMARY);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(fx(() -> table.selection().size())).isEqualTo(2);
        robot.push(KeyCode.HOME);
        assertThat(fx(() -> table.selectedGuests().get(0).name())).isEqualTo("archive");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(fx(() -> table.selection().size())).isEqualTo(12);
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> table.selection().isEmpty())).isTrue();
        robot.write("web");
        assertThat(fx(() -> table.selectedGuests().get(0).name())).isEqualTo("web-frontend");
        robot.push(KeyCode.ENTER);
        assertThat(program.navigated()).last().asString().startsWith("guest ").endsWith("OVERVIEW");
    }

    @Test
    void theContextMenuOffersOnlyWhatCanWork() {
        GuestTable table = showDemo();
        clickRow(table, "archive", MouseButton.SECONDARY);
        until("the menu is open", () -> robot.lookup("#menu-RUN").tryQuery().isPresent());
        assertThat(fx(() -> robot.lookup("#menu-FORCE_OFF").query().getStyleClass()))
                .contains("off");
        assertThat(fx(() -> robot.lookup("#menu-RUN").query().getStyleClass())).doesNotContain("off");
        robot.clickOn("#menu-FORCE_OFF");
        assertThat(fx(() -> robot.lookup("#menu-RUN").tryQuery().isPresent())).isTrue();
        robot.clickOn("#menu-RUN");
        until("it runs", () -> program.guest("archive").orElseThrow().state() == DomainState.RUNNING);
    }

    @Test
    void typingInTheSearchFieldFilters() {
        GuestTable table = showDemo();
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("windows");
        until("two are left", () -> table.rows().size() == 2);
        robot.write("xyz");
        until("none is left", () -> table.rows().size() == 0);
        until("it says so", () -> window.stage().getScene().lookup("#empty-clear") != null);
        robot.clickOn("#empty-clear");
        until("all are back", () -> table.rows().size() == 12);
    }

    @Test
    void thePaletteFindsGuestsAndActions() {
        GuestTable table = showDemo();
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("data");
        robot.push(KeyCode.ENTER);
        until(
                "it is selected",
                () -> table.selectedGuests().size() == 1
                        && table.selectedGuests().get(0).name().equals("database"));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("preferences");
        robot.push(KeyCode.ENTER);
        assertThat(program.navigated()).contains("preferences");
    }

    @Test
    void aClickOnATitleSortsAndIsRemembered() {
        GuestTable table = showDemo();
        until("rates", () -> rows(table).stream()
                .anyMatch(guest -> guest.rates().cpu() >= 0));
        robot.clickOn("#column-cpu");
        until(
                "busiest first",
                () -> table.rows().query().sort() == GuestColumn.CPU
                        && !table.rows().query().ascending());
        List<GuestSnapshot> rows = fx(() -> rows(table));
        assertThat(rows.get(rows.size() - 1).domain().active())
                .as("without a value last")
                .isFalse();

        Gui.run(() -> {
            window.stage().hide();
            window.dispose();
        });
        GuestTable again = show();
        assertThat(fx(() -> again.columnLayout().sort())).isEqualTo(GuestColumn.CPU);
    }

    @Test
    void aScopeShowsOneHostAndSeveralHostsHaveAColumn() {
        HostId second = program.add("test:///default?guests=20", "second");
        program.add("test:///default", "demo");
        GuestTable table = show();
        until("both hosts", () -> table.rows().size() == 32);
        assertThat(fx(() -> table.rows().severalHosts())).isTrue();
        robot.clickOn("#host-" + second.value());
        until("one host", () -> table.rows().size() == 20);
        robot.clickOn("#scope-all");
        until("all again", () -> table.rows().size() == 32);
    }

    @Test
    void aHostThatIsDisconnectedKeepsItsGuestsGreyed() {
        HostId host = program.add("test:///default", "demo");
        GuestTable table = show();
        until("rows", () -> table.rows().size() == 12);
        program.fleet().host(host).orElseThrow().disconnect();
        until(
                "away",
                () -> table.rows().size() == 12
                        && table.rows().stale(table.rows().get(0).key()));
        until(
                "disconnected",
                () -> program.fleet().snapshot().host(host).orElseThrow().state() == ConnectionState.DISCONNECTED);
        assertThat(fx(() -> table.rows().size())).isEqualTo(12);
    }

    @Test
    void withoutHostsItSaysWhatToDo() {
        show();
        until("welcome", () -> window.stage().getScene().lookup(".offer") != null);
        robot.clickOn("#empty-add-host");
        assertThat(program.navigated()).containsExactly("add host");
    }

    @Test
    void theStatusLineTellsTotalsAndProblems() {
        showDemo();
        Label totals = fx(() -> (Label) window.stage().getScene().lookup("#status .status-label"));
        until("totals", () -> totals.getText().contains(" of 12"));
        program.problems()
                .add(org.innkeeper.core.error.ErrorInfo.of(
                        org.innkeeper.core.error.ErrorCode.INTERNAL_ERROR,
                        org.innkeeper.core.error.ErrorOrigin.NONE,
                        "the cellar is flooded"));
        until("one problem", () -> button("status-problems").isVisible());
        robot.clickOn("#status-problems");
        until(
                "its text",
                () -> robot.lookup("The cellar is flooded.").tryQuery().isPresent());
    }

    @Test
    void sidesFoldAwayAndComeBack() {
        GuestTable table = showDemo();
        double width = fx(table::getWidth);
        robot.push(KeyCode.F9);
        until("no inspector", () -> table.getWidth() > width + 200);
        robot.push(KeyCode.F9);
        until("it is back", () -> Math.abs(table.getWidth() - width) < 3);
    }

    @Test
    void everythingHasANameForAssistiveTechnology() {
        GuestTable table = showDemo();
        var row = fx(() -> table.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.ROW_COUNT));
        assertThat(row).isEqualTo(12);
        clickRow(table, "database", MouseButton.PRIMARY);
        var focus = (javafx.scene.Node)
                fx(() -> table.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.FOCUS_ITEM));
        assertThat(fx(() -> focus.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT)))
                .asString()
                .startsWith("database, Running, CPU");
        robot.lookup(".button").queryAllAs(Button.class).stream()
                .filter(Button::isVisible)
                .forEach(button -> assertThat(
                                button.getText() == null || button.getText().isBlank()
                                        ? button.getAccessibleText()
                                        : button.getText())
                        .as(button.toString())
                        .isNotBlank());
        assertThat(robot.lookup(".text-field").queryAllAs(TextField.class))
                .allMatch(field ->
                        field.getPromptText() != null && !field.getPromptText().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void picturesOfTheWindow(String theme) throws IOException {
        program.wantDark(theme.equals("dark"));
        GuestTable table = showDemo();
        clickRow(table, "database", MouseButton.PRIMARY);
        robot.moveTo("#search");
        // Those for the documentation wait until the sparklines are full.
        int wanted = System.getProperty("screenshots") == null ? 3 : 60;
        GuestKey guest = fx(() -> table.selection().focus());
        Awaitility.await("samples")
                .atMost(Duration.ofSeconds(90))
                .until(() -> program.fleet().hosts().get(0).samples().read(guest, Metric.CPU, new float[60]) >= wanted);

        Path picture = Gui.picture(window.stage().getScene(), "main-" + theme);

        var pixels = ImageIO.read(picture.toFile());
        int corner = pixels.getRGB(4, pixels.getHeight() - 4) & 0xff;
        assertThat(corner > 128).as("the panel is light").isEqualTo(theme.equals("light"));
    }

    @Test
    void nothingIsCutOffInALongerLanguage() throws IOException {
        program.close();
        program = new Program(folder, true);
        GuestTable table = showDemo();
        clickRow(table, "database", MouseButton.PRIMARY);
        Gui.picture(window.stage().getScene(), "main-pseudo");
        List<String> cut = fx(() -> robot.lookup(".main-toolbar .button").queryAllAs(Button.class).stream()
                .filter(button -> button.isVisible() && button.getParent().isVisible())
                .filter(button -> button.getWidth() + 0.5 < button.prefWidth(-1))
                .map(Button::getText)
                .toList());
        assertThat(cut).isEmpty();
    }

    @Test
    void theWordsOfTheLowestLineStandAtOneHeight() {
        showDemo();
        program.problems().add(ErrorInfo.of(ErrorCode.INTERNAL_ERROR, ErrorOrigin.NONE, "a problem"));
        Scene scene = window.stage().getScene();
        until("the problem is told", () -> scene.lookup("#status-problems") != null);
        assertThat(fx(() -> middleOfText(scene.lookup("#status-problems"))))
                .isCloseTo(fx(() -> middleOfText(scene.lookup("#status .label"))), Offset.offset(1.0));
    }

    private static double middleOfText(Node control) {
        Node text = control.lookup(".text");
        return text.localToScene(text.getLayoutBounds()).getCenterY();
    }
}
