package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.fixture.CutTexts;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.DefinitionView;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.app.session.Metric;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Drives the windows and dialogs over the demo host. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class WindowsTest {
    /** Kept in docs/screenshots: run {@code picturesOfAllWindows} with {@code -Dscreenshots} naming that folder. */
    private static final Set<String> MANUAL = Set.of(
            "guest-overview-light",
            "guest-overview-dark",
            "guest-boot-light",
            "guest-xml-light",
            "guest-xml-dark",
            "diff-light",
            "performance-light",
            "performance-dark",
            "new-guest-light",
            "new-guest-dark",
            "connect-light",
            "delete-light",
            "preferences-light",
            "problem-light",
            "problem-dark");

    /** So many and more has the demo host. */
    private static final int GUESTS = 6;

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Program program;
    private OpenProgram open;
    private Windows windows;
    private HostId demo;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder, test.getTags().contains("pseudo"));
        program.wantDark(false);
        demo = program.add("test:///default", "Demo host");
        open = new OpenProgram(program, GUESTS);
        windows = open.windows();
    }

    @AfterEach
    void close() {
        open.close();
    }

    private GuestSnapshot guest(String name) {
        return program.guest(name).orElseThrow();
    }

    private HostSession session() {
        return program.fleet().host(demo).orElseThrow();
    }

    private String xml(GuestKey guest) throws Exception {
        return session().xml(guest, DefinitionView.STORED).toCompletableFuture().get();
    }

    private Scene openGuest(String name, GuestPage page) {
        GuestKey key = guest(name).key();
        Gui.run(() -> windows.openGuest(key, page));
        return OpenWindows.await("guest-window");
    }

    private <T extends javafx.scene.Node> T node(Scene scene, String id) {
        return OpenWindows.node(scene, id);
    }

    private void type(Scene scene, String id, String text) {
        TextField field = node(scene, id);
        // While a window still fills with what its host tells, a click can come just before the field moves.
        Awaitility.await("the field has the focus").until(() -> {
            robot.clickOn(field);
            return fx(field::isFocused);
        });
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }

    @Test
    void aFormChangesWhatItKnowsAndKeepsTheRest() throws Exception {
        GuestSnapshot guest = guest("archive");
        String before = xml(guest.key());
        Scene scene = openGuest("archive", GuestPage.DETAILS);
        until("the form is there", () -> scene.lookup("#pages") != null && scene.lookup(".form-page") != null);
        type(scene, "field-overview.title", "Old papers");

        Button apply = node(scene, "apply");
        until("it can be applied", () -> apply.isVisible() && !apply.isDisabled());
        robot.clickOn(apply);
        until("the bar is gone", () -> !apply.getParent().isVisible());

        String after = xml(guest.key());
        assertThat(after).contains("<title>Old papers</title>");
        assertThat(after.replaceFirst("\\s*<title>.*</title>", ""))
                .isEqualTo(before.replaceFirst("\\s*<title>.*</title>", ""));
    }

    @Test
    void theCrosshairAndTheChartsAreThereAndDevicesOnDemand() {
        Scene scene = openGuest("web-frontend", GuestPage.PERFORMANCE);
        until("charts", () -> scene.lookup("#chart-cpu") != null);
        ToggleButton devices = node(scene, "per-device");
        until(
                "devices are sampled",
                () -> !session().samples().devices(guest("web-frontend").key()).isEmpty());
        robot.clickOn(devices);
        until(
                "a chart for each device",
                () -> scene.getRoot().lookupAll(".time-chart").size() > 4);
    }

    @Test
    void aClosedGuestWindowIsForgotten() {
        Scene scene = openGuest("web-frontend", GuestPage.DETAILS);
        Gui.run(() -> scene.getWindow().hide());
        OpenWindows.awaitGone("guest-window");
        until(
                "its long series end",
                () -> session().samples().devices(guest("web-frontend").key()).isEmpty());
    }

    @Test
    void aGuestIsMadeFromAnImageAndStarted() {
        Gui.run(() -> windows.newGuest(demo));
        Scene scene = OpenWindows.await("new-guest-dialog");
        Button create = node(scene, "accept");
        RadioButton image = node(scene, "source-IMAGE");
        robot.clickOn(image);
        type(scene, "source-path", "/images/notes.qcow2");
        TextField name = node(scene, "guest-name");
        assertThat(name.getText()).isEqualTo("notes");
        until("it can be made", () -> !create.isDisabled());
        robot.clickOn(create);

        OpenWindows.awaitGone("new-guest-dialog");
        until("it runs", () -> program.guest("notes")
                .filter(made -> made.state() == DomainState.RUNNING)
                .isPresent());
    }

    @Test
    void aTakenNameIsToldWhileOneTypes() {
        Gui.run(() -> windows.newGuest(demo));
        Scene scene = OpenWindows.await("new-guest-dialog");
        type(scene, "guest-name", "archive");
        until("it is told", () -> scene.getRoot().lookupAll(".field-problem").stream()
                .anyMatch(
                        label -> label.isVisible() && ((Label) label).getText().contains("archive")));
        assertThat(fx(() -> node(scene, "accept").isDisabled())).isTrue();
    }

    @Test
    void deletingKeepsStorageUnlessItIsTicked() {
        GuestKey key = guest("archive").key();
        Gui.run(() -> windows.delete(List.of(key)));
        Scene scene = OpenWindows.await("delete-dialog");
        Button delete = node(scene, "accept");
        until("its disks are known", () -> !delete.isDisabled());
        assertThat(fx(() -> scene.getRoot().lookupAll(".check-box").stream()
                        .noneMatch(tick -> ((CheckBox) tick).isSelected())))
                .isTrue();
        robot.clickOn(delete);
        until("it is gone", () -> program.guest("archive").isEmpty());
    }

    @Test
    void escapeLeavesADialogWithoutDoingAnything() {
        GuestKey key = guest("archive").key();
        Gui.run(() -> windows.delete(List.of(key)));
        OpenWindows.await("delete-dialog");
        robot.push(KeyCode.ESCAPE);
        OpenWindows.awaitGone("delete-dialog");
        assertThat(program.guest("archive")).isPresent();
    }

    @Test
    void aConnectionIsAddedAndAWrongUriIsExplained() {
        Gui.run(() -> windows.addHost());
        Scene scene = OpenWindows.await("connect-dialog");
        Button add = node(scene, "accept");
        robot.clickOn((RadioButton) node(scene, "kind-URI"));
        type(scene, "connect-text", "nothing:///here");
        until(
                "nobody takes it",
                () -> add.isDisabled()
                        && scene.getRoot().lookupAll(".field-problem").stream().anyMatch(javafx.scene.Node::isVisible));
        robot.clickOn((RadioButton) node(scene, "kind-DEMO"));
        until("the test driver takes it", () -> !add.isDisabled());
        robot.clickOn(add);
        until("it is there", () -> program.fleet().hosts().size() == 2);
    }

    @Test
    void preferencesTakeEffectAtOnce() {
        Gui.run(() -> windows.preferences());
        Scene scene = OpenWindows.await("preferences-dialog");
        robot.clickOn((CheckBox) node(scene, "ask-FORCE_OFF"));
        until("it is kept", () -> !new org.innkeeper.app.settings.Preferences(program.settings()).asks("FORCE_OFF"));
        robot.clickOn((Button) node(scene, "reset"));
        until("it is standard again", () -> new org.innkeeper.app.settings.Preferences(program.settings())
                .asks("FORCE_OFF"));
    }

    @Test
    void aProblemSaysWhatWhyAndWhatToDo() {
        ErrorInfo error = ErrorInfo.of(
                        ErrorCode.DOM_EXIST, ErrorOrigin.QEMU, "a guest named web-frontend exists already")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, "web-frontend"));
        Gui.run(() -> windows.showProblem(error));
        Scene scene = OpenWindows.await("problem-dialog");
        List<String> words = fx(() -> scene.getRoot().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
        assertThat(words)
                .contains(
                        "The name is taken: guest web-frontend",
                        "A guest named web-frontend exists already.",
                        "Choose another name.");
        robot.push(KeyCode.ENTER);
        OpenWindows.awaitGone("problem-dialog");
    }

    @Test
    @Tag("pseudo")
    void longerWordsFitEverywhere() {
        GuestKey key = guest("web-frontend").key();
        Scene window = openGuest("web-frontend", GuestPage.DETAILS);
        until("the form is there", () -> window.lookup(".form-page") != null);
        for (String page : List.of("overview", "cpu", "memory", "boot", "lifecycle")) {
            Gui.run(() -> windows.guestWindow(key).openPage(page));
            assertThat(CutTexts.in(window)).as(page).isEmpty();
        }
        Gui.run(() -> windows.openGuest(key, GuestPage.PERFORMANCE));
        assertThat(CutTexts.in(window)).as("performance").isEmpty();
        Gui.run(() -> window.getWindow().hide());
        fits("new-guest-dialog", () -> windows.newGuest(demo));
        fits("connect-dialog", windows::addHost);
        fits("preferences-dialog", windows::preferences);
        fits("about-dialog", windows::about);
        fits("delete-dialog", () -> windows.delete(List.of(key)));
        fits("host-window", () -> windows.hostDetails(demo));
    }

    private void fits(String id, Runnable open) {
        Gui.run(open);
        Scene scene = OpenWindows.await(id);
        assertThat(CutTexts.in(scene)).as(id).isEmpty();
        closeDialog(id);
    }

    @Test
    void picturesOfAllWindows() throws IOException {
        for (String look : List.of("light", "dark")) {
            Gui.run(() -> {
                new org.innkeeper.app.settings.Preferences(program.settings())
                        .setTheme(
                                look.equals("dark")
                                        ? org.innkeeper.app.settings.Preferences.Theme.DARK
                                        : org.innkeeper.app.settings.Preferences.Theme.LIGHT);
                windows.applyTheme();
            });
            pictures(look);
        }
    }

    /** Those for the manual where they are asked for, else all. */
    private static void picture(Scene scene, String name) throws IOException {
        if (System.getProperty("screenshots") == null || MANUAL.contains(name)) {
            Gui.picture(scene, name);
        }
    }

    private void pictures(String look) throws IOException {
        OpenWindows.await("main-window");
        Scene guest = openGuest("web-frontend", GuestPage.DETAILS);
        until("the form is there", () -> guest.lookup(".form-page") != null);
        picture(guest, "guest-overview-" + look);
        for (String page : List.of("cpu", "memory", "boot", "lifecycle")) {
            Gui.run(() -> windows.guestWindow(guest("web-frontend").key()).openPage(page));
            picture(guest, "guest-" + page + "-" + look);
        }
        Gui.run(() -> windows.guestWindow(guest("web-frontend").key()).openPage("device-0"));
        picture(guest, "guest-device-" + look);
        Gui.run(() -> windows.guestWindow(guest("web-frontend").key()).openPage("memory"));
        Gui.run(() -> ((ToggleButton) node(guest, "show-xml")).fire());
        until("memory", () -> guest.getRoot().lookupAll(".size-field").size() == 2);
        Gui.run(() -> ((TextField) guest.getRoot().lookup(".size-field .text-field")).setText("1"));
        picture(guest, "guest-xml-" + look);
        Gui.run(() -> ((Button) node(guest, "diff")).fire());
        picture(OpenWindows.await("diff-dialog"), "diff-" + look);
        closeDialog("diff-dialog");
        Gui.run(() -> ((Button) node(guest, "revert")).fire());
        Gui.run(() -> windows.openGuest(guest("web-frontend").key(), GuestPage.PERFORMANCE));
        org.awaitility.Awaitility.await("enough samples for a line")
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> session().samples().read(guest("web-frontend").key(), Metric.CPU, new float[60]) >= 25);
        until("the charts are there", () -> guest.lookup("#chart-disk") != null);
        robot.moveTo(guest.lookup("#chart-disk")).moveBy(300, 0);
        picture(guest, "performance-" + look);
        Gui.run(() -> ((ToggleButton) node(guest, "per-device")).fire());
        picture(guest, "performance-devices-" + look);
        Gui.run(() -> guest.getWindow().hide());

        Gui.run(() -> windows.hostDetails(demo));
        Scene host = OpenWindows.await("host-window");
        org.awaitility.Awaitility.await("enough samples for a line")
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> session().samples().read(guest("web-frontend").key(), Metric.CPU, new float[60]) >= 25);
        picture(host, "host-" + look);
        Gui.run(() -> ((ToggleButton) node(host, "show-capabilities")).fire());
        picture(host, "capabilities-" + look);
        Gui.run(() -> host.getWindow().hide());

        Gui.run(() -> windows.newGuest(demo));
        Scene create = OpenWindows.await("new-guest-dialog");
        until("the host has answered", () -> !((CheckBox) node(create, "start-now")).isDisabled());
        Gui.run(() -> ((TextField) node(create, "source-path")).setText("/isos/debian-12.iso"));
        picture(create, "new-guest-" + look);
        Gui.run(() -> ((TitledPane) node(create, "advanced")).setExpanded(true));
        Gui.run(() -> ((TextField) node(create, "guest-name")).setText("archive"));
        picture(create, "new-guest-advanced-" + look);
        closeDialog("new-guest-dialog");

        Gui.run(() -> windows.addHost());
        Scene connect = OpenWindows.await("connect-dialog");
        until("it was asked", () -> !((Button) node(connect, "accept")).isDisabled());
        picture(connect, "connect-" + look);
        closeDialog("connect-dialog");

        Gui.run(() -> windows.delete(
                List.of(guest("web-frontend").key(), guest("archive").key())));
        Scene delete = OpenWindows.await("delete-dialog");
        until("disks", () -> !((Button) node(delete, "accept")).isDisabled());
        picture(delete, "delete-" + look);
        closeDialog("delete-dialog");

        Gui.run(() -> windows.preferences());
        picture(OpenWindows.await("preferences-dialog"), "preferences-" + look);
        closeDialog("preferences-dialog");
        Gui.run(() -> windows.about());
        picture(OpenWindows.await("about-dialog"), "about-" + look);
        closeDialog("about-dialog");
        Gui.run(() -> windows.showProblem(ErrorInfo.of(
                        ErrorCode.OPERATION_FAILED,
                        ErrorOrigin.QEMU,
                        "QEMU ended at once: Could not open '/images/web-frontend.qcow2': No such file or directory")
                .withSubject(ErrorSubject.of(ErrorSubject.Kind.DOMAIN, "web-frontend"))
                .withRemedy("Put the image back, or choose another one in the details of the guest.")));
        Scene problem = OpenWindows.await("problem-dialog");
        Gui.run(() -> ((TitledPane) node(problem, "details")).setExpanded(true));
        picture(problem, "problem-" + look);
        closeDialog("problem-dialog");
    }

    private void closeDialog(String id) {
        Gui.run(() -> OpenWindows.scene(id).orElseThrow().getWindow().hide());
        OpenWindows.awaitGone(id);
    }
}
