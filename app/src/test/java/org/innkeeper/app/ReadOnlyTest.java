package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.fxmisc.richtext.CodeArea;
import org.innkeeper.app.action.Actions;
import org.innkeeper.app.action.AppAction;
import org.innkeeper.app.action.Selection;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** A host that is connected read-only: everything can be seen, nothing can be changed, and the screen says so. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class ReadOnlyTest {
    private static final Set<AppAction> CHANGING = EnumSet.of(
            AppAction.NEW_GUEST,
            AppAction.RUN,
            AppAction.PAUSE,
            AppAction.RESUME,
            AppAction.SHUT_DOWN,
            AppAction.REBOOT,
            AppAction.FORCE_RESET,
            AppAction.FORCE_OFF,
            AppAction.DELETE);

    @TempDir
    Path folder;

    private Program program;
    private OpenProgram open;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.fleet()
                .add(new HostDefinition(
                        HostId.random(), "test:///default?host=" + UUID.randomUUID(), "Glass case", true, true, null));
        open = new OpenProgram(program, 6);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static List<String> words(Scene scene) {
        return fx(() -> scene.getRoot().lookupAll(".label").stream()
                .filter(label -> label instanceof Label)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void nothingThatChangesIsEnabledForAnyGuest() {
        var fleet = program.fleet().snapshot();
        Actions actions = fx(() -> new Actions(open.context()));
        for (GuestSnapshot guest : fleet.hosts().get(0).guests()) {
            Selection selection = Selection.of(fleet, null, List.of(guest.key()));
            assertThat(CHANGING)
                    .as(guest.name())
                    .noneMatch(action -> actions.enabled(action, selection))
                    .isNotEmpty();
            assertThat(actions.enabled(AppAction.OPEN, selection)).isTrue();
        }
    }

    @Test
    void theMainWindowSaysSo() {
        Scene main = OpenWindows.await("main-window");
        ButtonBase create = OpenWindows.node(main, "action-NEW_GUEST");
        until("nothing can be made", create::isDisabled);
        Gui.run(() -> OpenWindows.<Control>node(main, "sidebar").requestFocus());
        new org.testfx.api.FxRobot().push(javafx.scene.input.KeyCode.DOWN);
        until("it is said", () -> words(main).contains("Read-only: nothing can be changed here."));
    }

    @Test
    void formsAndXmlAreThereToReadOnly() {
        GuestSnapshot guest = program.guest("archive").orElseThrow();
        Gui.run(() -> open.windows().openGuest(guest.key(), GuestPage.DETAILS));
        Scene scene = OpenWindows.await("guest-window");
        until("the form is there", () -> scene.lookup(".form-page") != null);
        for (String page : List.of("overview", "cpu", "memory", "boot", "lifecycle")) {
            Gui.run(() -> open.windows().guestWindow(guest.key()).openPage(page));
            assertThat(fx(() -> scene.getRoot().lookupAll(".field-row .text-input").stream()
                            .map(node -> (TextInputControl) node)
                            .filter(input -> !input.isDisabled())
                            .toList()))
                    .as(page)
                    .isEmpty();
        }
        assertThat(words(scene))
                .contains(
                        "Glass case is connected read-only: nothing can be changed here.",
                        "Glass case is connected read-only: nothing can be changed there.");
        Gui.run(() -> OpenWindows.<ToggleButton>node(scene, "show-xml").fire());
        until(
                "the definition is there",
                () -> scene.lookup(".code-area") instanceof CodeArea area
                        && area.getText().contains("<name>archive</name>"));
        assertThat(fx(() -> ((CodeArea) scene.lookup(".code-area")).isEditable()))
                .isFalse();
    }
}
