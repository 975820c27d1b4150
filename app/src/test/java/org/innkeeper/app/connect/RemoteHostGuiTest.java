package org.innkeeper.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import org.innkeeper.app.connect.check.CheckDialog;
import org.innkeeper.app.connect.found.HostSources;
import org.innkeeper.app.fixture.CutTexts;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.HostDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Drives the page of a remote host and the check of a connection. Pictures go where {@code -Dscreenshots} says. */
@Tag("gui")
@Timeout(60)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class RemoteHostGuiTest {
    /** Nobody listens there. */
    private static final String DEAF = "qemu+tls://127.0.0.1:1/system";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Program program;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.wantDark(false);
    }

    @AfterEach
    void close() {
        OpenWindows.closeAll();
        program.close();
    }

    private Scene remotePage() {
        Gui.run(() -> new AddConnectionDialog(program.context(), HostSources.NONE).show());
        Scene scene = OpenWindows.await("connect-dialog");
        robot.clickOn((RadioButton) node(scene, "kind-REMOTE"));
        return scene;
    }

    private static <T extends Node> T node(Scene scene, String id) {
        return OpenWindows.node(scene, id);
    }

    private static boolean visible(Scene scene, String id) {
        return fx(() -> {
            Node node = scene.lookup("#" + id);
            while (node != null && node.isVisible()) {
                node = node.getParent();
            }
            return scene.lookup("#" + id) != null && node == null;
        });
    }

    private void write(Scene scene, String id, String text) {
        robot.clickOn((TextField) node(scene, id));
        robot.write(text);
    }

    private static void set(Scene scene, String id, String text) {
        Gui.run(() -> ((TextField) node(scene, id)).setText(text));
    }

    private static void reachOver(Scene scene, Reach reach) {
        ComboBox<Reach> box = node(scene, "remote-reach");
        Gui.run(() -> box.setValue(reach));
    }

    private static String uri(Scene scene) {
        Label label = node(scene, "connect-uri");
        return fx(label::getText);
    }

    private static boolean shows(Scene scene, String words) {
        return fx(() -> scene.getRoot().lookupAll(".label").stream()
                .anyMatch(
                        label -> label.isVisible() && ((Label) label).getText().contains(words)));
    }

    @Test
    void aRemoteHostIsDescribedAndAdded() {
        Scene scene = remotePage();
        Button add = node(scene, "accept");
        assertThat(add.isDisabled()).as("there is no host yet").isTrue();
        assertThat(shows(scene, "Fill in the host.")).isTrue();

        write(scene, "remote-HOST", "2001:db8::7");
        assertThat(uri(scene)).isEqualTo("qemu+ssh://[2001:db8::7]/system");
        until("somebody takes it", () -> !add.isDisabled());
        assertThat(shows(scene, "The driver \u201cremote\u201d will serve it.")).isTrue();
        assertThat(visible(scene, "remote-USER"))
                .as("optional fields are folded")
                .isFalse();

        TitledPane advanced = node(scene, "remote-advanced");
        Gui.run(() -> advanced.setExpanded(true));
        set(scene, "remote-USER", "admin");
        set(scene, "remote-PORT", "70000");
        assertThat(add.isDisabled()).isTrue();
        assertThat(shows(scene, "A port is a number from 1 to 65535.")).isTrue();
        set(scene, "remote-PORT", "2222");
        until("it is right again", () -> !add.isDisabled());
        assertThat(CutTexts.in(scene)).isEmpty();

        CheckBox autoconnect = node(scene, "autoconnect");
        CheckBox readOnly = node(scene, "read-only");
        Gui.run(() -> {
            autoconnect.setSelected(false);
            readOnly.setSelected(true);
            add.fire();
        });
        until("it is there", () -> program.fleet().hosts().size() == 1);
        HostDefinition added = program.fleet().hosts().get(0).definition();
        assertThat(added.uri()).isEqualTo("qemu+ssh://admin@[2001:db8::7]:2222/system");
        assertThat(added.label()).isEqualTo("2001:db8::7");
        assertThat(added.readOnly()).isTrue();
    }

    @Test
    void eachWayHasItsFieldsAndTcpIsWarnedOf() {
        Scene scene = remotePage();
        set(scene, "remote-HOST", "vm1.example.org");
        until("somebody takes it", () -> !node(scene, "accept").isDisabled());
        assertThat(visible(scene, "remote-warning")).isFalse();

        reachOver(scene, Reach.TCP);
        assertThat(visible(scene, "remote-warning")).isTrue();
        until("it is asked again", () -> !node(scene, "accept").isDisabled());
        assertThat(CutTexts.in(scene)).isEmpty();

        reachOver(scene, Reach.EXT);
        assertThat(visible(scene, "remote-HOST")).isFalse();
        assertThat(visible(scene, "remote-COMMAND")).isTrue();
        assertThat(shows(scene, "Fill in the program.")).isTrue();

        reachOver(scene, Reach.UNIX);
        assertThat(uri(scene)).isEqualTo("qemu+unix:///system");

        robot.clickOn((RadioButton) node(scene, "kind-DEMO"));
        assertThat(visible(scene, "remote-reach")).isFalse();
        assertThat(distance(scene, "kind-EMBEDDED", "connect-label"))
                .as("fields that are not shown leave no gap")
                .isBetween(-50.0, 50.0);
        assertThat(uri(scene)).isEqualTo("test:///default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyKindAndWayShowsAllItsWords(String look) throws IOException {
        program.wantDark(look.equals("dark"));
        Gui.run(() -> new AddConnectionDialog(program.context(), HostSources.NONE).show());
        Scene scene = OpenWindows.await("connect-dialog");
        for (ConnectionKind kind : ConnectionKind.values()) {
            Gui.run(() -> ((RadioButton) node(scene, "kind-" + kind)).setSelected(true));
            whole(scene, "connect-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + look);
        }
        Gui.run(() -> ((RadioButton) node(scene, "kind-REMOTE")).setSelected(true));
        set(scene, "remote-HOST", "vm1.example.org");
        set(scene, "remote-COMMAND", "/usr/local/bin/tunnel");
        whole(scene, "connect-remote-" + look);
        Gui.run(() -> ((TitledPane) node(scene, "remote-advanced")).setExpanded(true));
        for (Reach reach : Reach.values()) {
            reachOver(scene, reach);
            whole(scene, "connect-" + reach.transport() + "-" + look);
        }
        reachOver(scene, Reach.SSH);
        set(scene, "remote-PORT", "70000");
        set(scene, "remote-KEY", "id_ed25519");
        whole(scene, "connect-mistakes-" + look);
    }

    /** Nothing of it is cut. */
    private static void whole(Scene scene, String picture) throws IOException {
        until("the driver is told, or what is missing", () -> scene.getRoot().lookupAll(".field-help").stream()
                .anyMatch(Node::isVisible));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(CutTexts.in(scene)).as(picture).isEmpty();
        Gui.picture(scene, picture);
    }

    @Test
    void aConnectionIsCheckedBeforeItIsAdded() {
        Gui.run(() -> new AddConnectionDialog(program.context(), HostSources.NONE).show());
        Scene scene = OpenWindows.await("connect-dialog");
        robot.clickOn((RadioButton) node(scene, "kind-DEMO"));
        Button check = node(scene, "check-connection");
        until("it can be checked", () -> !check.isDisabled());
        robot.clickOn(check);

        Scene dialog = OpenWindows.await("check-dialog");
        until(
                "it works",
                () -> dialog.lookup("#step-HYPERVISOR") != null
                        && dialog.lookup("#step-HYPERVISOR").getStyleClass().contains("check-passed"));
        until("it says so", () -> shows(dialog, "Everything works"));
        assertThat(program.fleet().hosts()).as("nothing was added").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aFailureIsShownWithItsRemedyAndCanBeCopied(String look) throws IOException {
        program.wantDark(look.equals("dark"));
        Gui.run(() -> new CheckDialog(program.context(), DEAF, false).show());
        Scene scene = OpenWindows.await("check-dialog");
        until("it has failed", () -> shows(scene, "The connection fails at this step: Port."));
        assertThat(styles(scene, "URI")).contains("check-passed");
        assertThat(styles(scene, "PORT")).contains("check-failed");
        assertThat(styles(scene, "VERSION")).contains("check-skipped");
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, "check-" + look);

        robot.clickOn((Button) node(scene, "copy"));
        String copied = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains(DEAF, "[failed] Port: ", "What to do: ", "[not tried] Version of libvirt");

        Button again = node(scene, "accept");
        robot.clickOn(again);
        until("it has failed again", () -> !again.isDisabled() && scene.lookup("#step-PORT") != null);
        robot.clickOn((Button) node(scene, "cancel"));
        OpenWindows.awaitGone("check-dialog");
    }

    /** Pixels from one node's top to that of another below it. */
    private static double distance(Scene scene, String above, String below) {
        return fx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.lookup("#" + below).localToScene(0, 0).getY()
                    - scene.lookup("#" + above).localToScene(0, 0).getY();
        });
    }

    private static List<String> styles(Scene scene, String step) {
        return fx(() -> scene.lookup("#step-" + step).getStyleClass());
    }
}
