package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.innkeeper.app.action.ActionButton;
import org.innkeeper.app.context.GuestPage;
import org.innkeeper.app.control.Tips;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.driver.openvz.VzSandbox;
import org.innkeeper.driver.xen.standin.StandInVersion;
import org.innkeeper.driver.xen.standin.XenSandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A Xen host and a host of containers in the program; stand-ins are behind them. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class XenAndOpenvzTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private XenSandbox xen;
    private VzSandbox containers;
    private Program program;
    private OpenProgram open;
    private HostId xenHost;
    private HostId containerHost;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        xen = new XenSandbox(StandInVersion.XEN_4_4);
        xen.xend().host().populate(2);
        containers = new VzSandbox();
        program = new Program(folder);
        program.wantDark(false);
        xenHost = program.add(xen.uri(), "Xen host");
        containerHost = program.add(containers.uri("tools"), "Containers");
        open = new OpenProgram(program, 3);
        until("both are connected", () -> program.fleet().snapshot().hosts().stream()
                .allMatch(HostSnapshot::connected));
    }

    @AfterEach
    void close() {
        open.close();
        xen.close();
        containers.close();
    }

    private GuestSnapshot guest(String name) {
        return program.guest(name).orElseThrow();
    }

    private void state(String name, DomainState wanted) {
        until(name + " " + wanted, () -> program.guest(name)
                .filter(guest -> guest.state() == wanted)
                .isPresent());
    }

    /** Whether it waits for something at that moment or not. */
    private void running(String name) {
        until(
                name + " runs",
                () -> program.guest(name).filter(GuestSnapshot::running).isPresent());
    }

    private static void fire(Scene scene, String id) {
        Gui.run(() -> OpenWindows.<Button>node(scene, id).fire());
    }

    private static void type(Scene scene, String id, String text) {
        Gui.run(() -> OpenWindows.<TextField>node(scene, id).setText(text));
    }

    private static void press(Node node, KeyCode key, boolean shift, boolean control) {
        Gui.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false)));
    }

    private static boolean isOn(Scene scene, String id) {
        return fx(() -> !OpenWindows.<Button>node(scene, id).isDisabled());
    }

    private Scene openGuest(String name, GuestPage page) {
        GuestKey key = guest(name).key();
        Gui.run(() -> open.windows().openGuest(key, page));
        return OpenWindows.await("guest-window");
    }

    private Scene newGuest(HostId host) {
        Gui.run(() -> open.windows().newGuest(host));
        Scene dialog = OpenWindows.await("new-guest-dialog");
        until(
                "the host has told",
                () -> OpenWindows.<ComboBox<?>>node(dialog, "guest-kind").getValue() != null);
        return dialog;
    }

    @Test
    void theHostItselfCannotBeEndedAndSaysSoEverywhere() throws IOException {
        Scene main = OpenWindows.await("main-window");
        GuestTable table = OpenWindows.node(main, "guest-table");
        Gui.run(() -> {
            table.requestFocus();
            table.select(List.of(guest("Domain-0").key()));
        });
        open.pictures(main, "xen-hosts");
        double width = fx(() -> main.getWindow().getWidth());
        Gui.run(() -> main.getWindow().setWidth(1024));
        until("it is small", () -> main.getWidth() <= 1024 && table.getWidth() < 700);
        assertThat(fx(() -> table.lookupAll(".scroll-bar:horizontal").stream().anyMatch(Node::isVisible)))
                .isFalse();
        open.pictures(main, "xen-hosts-small");
        Gui.run(() -> main.getWindow().setWidth(width));
        Button shutDown = OpenWindows.node(main, "action-SHUT_DOWN");
        until("it is off", shutDown::isDisabled);
        assertThat(fx(() -> ((ActionButton) shutDown.getParent()).tip()))
                .contains("Domain-0 is the host itself and cannot be shut down from here.");
        assertThat(fx(shutDown::getAccessibleHelp)).startsWith("Domain-0 is the host itself");

        press(table, KeyCode.F10, true, false);
        until("the menu", () -> menuItem("menu-FORCE_OFF") != null);
        assertThat(fx(() -> menuItem("menu-FORCE_OFF").getStyleClass())).contains("off");
        assertThat(fx(() -> Tips.reason(menuItem("menu-FORCE_OFF"))))
                .isEqualTo("Domain-0 is the host itself and cannot be forced off.");
        theKeyboardReachesWhatIsOff();
        Gui.run(() -> menuItem("menu-FORCE_OFF").getParentPopup().hide());

        press(table, KeyCode.K, false, true);
        until("the palette", () -> main.lookup("#palette-field") != null);
        type(main, "palette-field", "reboot");
        until("the palette tells", () -> words(main)
                .contains("Domain-0 is the host itself and cannot be rebooted from here."));
        ListView<?> found = OpenWindows.node(main, "palette-list");
        press(OpenWindows.node(main, "palette-field"), KeyCode.ENTER, false, false);
        assertThat(fx(() -> found.getItems().size())).isPositive();
        Gui.picture(main, "xen-reasons-light");
        press(OpenWindows.node(main, "palette-field"), KeyCode.ESCAPE, false, false);

        Scene window = openGuest("Domain-0", GuestPage.DETAILS);
        until("the form", () -> window.lookup(".form-page") != null);
        assertThat(isOn(window, "guest-SHUT_DOWN")).isFalse();
        assertThat(words(window)).contains("Domain-0 is the host itself: what it has is set where the host boots.");
    }

    private void theKeyboardReachesWhatIsOff() {
        Node item = fx(() -> menuItem("menu-FORCE_OFF").getStyleableNode());
        for (int i = 0; i < 20 && !fx(item::isFocused); i++) {
            robot.push(KeyCode.DOWN);
        }
        assertThat(fx(item::isFocused)).isTrue();
        until("the reason is shown", () -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof Tooltip tip
                        && tip.isShowing()
                        && tip.getText().equals("Domain-0 is the host itself and cannot be forced off.")));
        assertThat(fx(item::getAccessibleHelp)).isEqualTo("Domain-0 is the host itself and cannot be forced off.");
        robot.push(KeyCode.ENTER);
        assertThat(fx(() -> menuItem("menu-FORCE_OFF") != null)).isTrue();
        assertThat(OpenWindows.scene("confirm-dialog")).isEmpty();
    }

    private static MenuItem menuItem(String id) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof javafx.scene.control.ContextMenu && window.isShowing())
                .flatMap(window -> ((javafx.scene.control.ContextMenu) window).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElse(null);
    }

    private static List<String> words(Scene scene) {
        return fx(() -> scene.getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    @Test
    void aGuestOfXenIsPausedEndedAndMade() throws IOException {
        Scene window = openGuest("guest-0", GuestPage.PERFORMANCE);
        until("figures", () -> guest("guest-0").rates().cpu() > 0);
        fire(window, "guest-PAUSE");
        state("guest-0", DomainState.PAUSED);
        until("it can be resumed", () -> isOn(window, "guest-RESUME"));
        fire(window, "guest-RESUME");
        running("guest-0");
        until("it can be shut down", () -> isOn(window, "guest-SHUT_DOWN"));
        fire(window, "guest-SHUT_DOWN");
        state("guest-0", DomainState.SHUT_OFF);
        Gui.run(() -> window.getWindow().hide());

        Scene dialog = newGuest(xenHost);
        ComboBox<?> kind = OpenWindows.node(dialog, "guest-kind");
        Gui.run(() -> kind.getSelectionModel().selectLast());
        RadioButton medium = OpenWindows.node(dialog, "source-MEDIUM");
        assertThat(fx(medium::isDisabled)).isTrue();
        assertThat(words(dialog)).contains("A guest of this kind boots the system that is on its disk already.");
        type(dialog, "guest-name", "pv-made");
        type(dialog, "source-path", xen.path("disk.img").toString());
        type(dialog, "bridge", "xenbr0");
        open.pictures(dialog, "new-guest-xen");
        until("it can be made", () -> isOn(dialog, "accept"));
        fire(dialog, "accept");
        running("pv-made");
        assertThat(program.problems().problems()).isEmpty();
    }

    @Test
    void aContainerIsMadeOfATemplateAndEnded() throws IOException {
        Scene dialog = newGuest(containerHost);
        type(dialog, "guest-name", "web-ct");
        ComboBox<?> template = OpenWindows.node(dialog, "template");
        until(
                "the host's template is offered",
                () -> fx(() -> template.getEditor().getText()).equals(VzSandbox.TEMPLATE));
        type(dialog, "address", "not an address");
        until("it is refused", () -> words(dialog).contains("An IP address is needed, such as 192.0.2.10."));
        type(dialog, "address", "192.0.2.7");
        assertThat(fx(() -> OpenWindows.<CheckBox>node(dialog, "start-now").isSelected()))
                .isTrue();
        open.pictures(dialog, "new-guest-openvz");
        until("it can be made", () -> isOn(dialog, "accept"));
        fire(dialog, "accept");
        running("web-ct");
        assertThat(containers.calls()).anyMatch(call -> call.contains("--ostemplate " + VzSandbox.TEMPLATE));
        assertThat(containers.calls()).anyMatch(call -> call.contains("--ipadd 192.0.2.7"));

        Scene window = openGuest("web-ct", GuestPage.PERFORMANCE);
        until("memory is told", () -> guest("web-ct").rates().memoryUsedKiB() > 0);
        open.pictures(window, "openvz-performance");
        until("disks are not", () -> words(window).contains("This host does not report it."));
        fire(window, "guest-SHUT_DOWN");
        state("web-ct", DomainState.SHUT_OFF);
        assertThat(program.problems().problems()).isEmpty();
    }
}
