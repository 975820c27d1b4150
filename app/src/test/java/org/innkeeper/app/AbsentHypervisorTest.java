package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.HostSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Adding a hypervisor that this machine does not have: it says so in a line, and offers what is here. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class AbsentHypervisorTest {
    @TempDir
    Path folder;

    private Program program;
    private OpenProgram open;

    @BeforeEach
    void open() throws Exception {
        assumeFalse(
                Files.exists(Path.of("/proc/xen")) || Files.exists(Path.of("/proc/vz")),
                "this machine has that hypervisor");
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.wantDark(false);
        open = new OpenProgram(program, 0);
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private void pictures(Scene scene, String name) throws IOException {
        Gui.picture(scene, name + "-light");
        look(true);
        Gui.picture(scene, name + "-dark");
        look(false);
    }

    private void look(boolean dark) {
        Gui.run(() -> {
            program.wantDark(dark);
            open.windows().applyTheme();
        });
    }

    private static String words(Node node) {
        return fx(() -> node.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .reduce("", (all, more) -> all + more + "\n"));
    }

    @Test
    void theDialogSaysSoAndOffersWhatIsHere() throws IOException {
        Gui.run(() -> open.windows().addHost());
        Scene dialog = OpenWindows.await("connect-dialog");
        Node finding = OpenWindows.node(dialog, "local-finding");
        Gui.run(() -> OpenWindows.<RadioButton>node(dialog, "kind-XEN").setSelected(true));
        until("it is said", () -> finding.isVisible());
        assertThat(words(finding)).contains("This machine does not run on Xen");
        pictures(dialog, "connect-xen");
        Gui.run(() -> OpenWindows.<TextField>node(dialog, "connect-text").setText("http://far:8000/"));
        until("a xend elsewhere is no business of this machine", () -> !finding.isVisible());

        Gui.run(() -> OpenWindows.<RadioButton>node(dialog, "kind-OPENVZ").setSelected(true));
        until("it is said", () -> finding.isVisible());
        assertThat(words(finding)).contains("This machine runs no OpenVZ kernel");
        pictures(dialog, "connect-openvz");
        Button instead = OpenWindows.node(dialog, "take-instead");
        if (fx(instead::isVisible)) {
            Gui.run(instead::fire);
            assertThat(fx(() -> OpenWindows.<RadioButton>node(dialog, "kind-EMBEDDED")
                            .isSelected()))
                    .isTrue();
        }
        Gui.run(() -> dialog.getWindow().hide());
    }

    @Test
    void theHostThatIsNotThereSaysWhy() throws IOException {
        program.add("openvz:///system", "Containers");
        until("it failed", () -> program.fleet().snapshot().hosts().stream().anyMatch(HostSnapshot::away));
        Scene main = OpenWindows.await("main-window");
        Node page = OpenWindows.node(main, "empty-page");
        until("it is said", () -> page.isVisible() && words(page).contains("/proc/vz"));
        Gui.picture(main, "empty-openvz-light");
        assertThat(program.problems().problems()).singleElement().satisfies(problem -> assertThat(
                        problem.error().message())
                .contains("/proc/vz")
                .doesNotContain("\n"));
    }
}
