package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.until;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.innkeeper.app.cli.CommandLineOptions;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.instance.SingleInstance;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.settings.Directories;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * The story of the first guest, with the mouse and a real QEMU: made from a disk image, run, paused, left alone while the
 * program is closed, found again, forced off, deleted with its disk.
 */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class RealGuestTest {
    private static final String NAME = "walk";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private SingleInstance instance;
    private InnkeeperApplication application;

    @BeforeEach
    void needQemu() throws Exception {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "qemu-system-x86_64")));
        assumeTrue(there, "qemu-system-x86_64 is not installed");
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void end() {
        leave();
        process().ifPresent(ProcessHandle::destroyForcibly);
    }

    private void start() {
        Directories directories = Directories.below(folder.resolve("state"));
        CommandLineOptions options = new CommandLineOptions(
                List.of("qemu:///embed?root=" + folder.resolve("guests")),
                false,
                null,
                null,
                false,
                folder.resolve("state"),
                null);
        instance = SingleInstance.claim(directories.state(), List.of()).orElseThrow();
        InnkeeperApplication started = new InnkeeperApplication(options, directories, instance);
        started.connect();
        Gui.run(started::start);
        application = started;
        until("the host is connected", () -> host().filter(HostSnapshot::connected)
                .isPresent());
    }

    /** Closes the program. */
    private void leave() {
        if (application != null) {
            OpenWindows.closeAll();
            application.close();
            application = null;
        }
    }

    private Optional<HostSnapshot> host() {
        return application.fleet().snapshot().hosts().stream().findFirst();
    }

    private Optional<GuestSnapshot> guest() {
        return host().flatMap(host -> host.guests().stream()
                .filter(guest -> guest.name().equals(NAME))
                .findFirst());
    }

    private void untilState(DomainState state) {
        until(state.toString(), () -> guest().filter(guest -> guest.state() == state)
                .isPresent());
    }

    /** The process of the guest, as the operating system knows it. */
    private Optional<ProcessHandle> process() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("qemu-system") && line.contains(folder.toString()))
                        .isPresent())
                .findFirst();
    }

    private static <T extends Node> T node(Scene scene, String id) {
        return OpenWindows.node(scene, id);
    }

    private void click(Scene scene, String id) {
        Node target = node(scene, id);
        until(id + " can be clicked", () -> target.isVisible() && !target.isDisabled());
        robot.clickOn(target);
    }

    /** A sector that a BIOS boots, and that keeps the CPU busy for ever. */
    private Path bootableImage() throws IOException {
        byte[] image = new byte[1 << 20];
        image[0] = (byte) 0xeb;
        image[1] = (byte) 0xfe;
        image[510] = 0x55;
        image[511] = (byte) 0xaa;
        return Files.write(folder.resolve(NAME + ".img"), image);
    }

    @Test
    void theStoryOfTheFirstGuest() throws Exception {
        Path image = bootableImage();
        start();
        Scene main = OpenWindows.await("main-window");
        makeAndRun(main, image);
        UUID uuid = guest().orElseThrow().key().uuid();
        ProcessHandle process = process().orElseThrow();

        click(main, "action-PAUSE");
        untilState(DomainState.PAUSED);
        click(main, "action-RESUME");
        untilState(DomainState.RUNNING);
        untilBusy();
        Gui.picture(main, "real-guest");

        leave();
        assertThat(process.isAlive())
                .as("the guest lives on without the program")
                .isTrue();

        start();
        untilState(DomainState.RUNNING);
        assertThat(guest().orElseThrow().key().uuid()).isEqualTo(uuid);
        assertThat(process().orElseThrow().pid()).isEqualTo(process.pid());
        untilBusy();

        Scene again = OpenWindows.await("main-window");
        forceOff(again);
        until("the process is gone", () -> !process.isAlive());
        delete(image);
    }

    /** One CPU in an endless loop is counted as such, give or take what the machine does besides. */
    private void untilBusy() {
        until("its CPU is counted", () -> guest().filter(
                        guest -> guest.rates().cpu() > 0.2 && guest.rates().cpu() <= 1)
                .isPresent());
    }

    private void makeAndRun(Scene main, Path image) {
        click(main, "action-NEW_GUEST");
        Scene dialog = OpenWindows.await("new-guest-dialog");
        click(dialog, "source-IMAGE");
        TextField path = node(dialog, "source-path");
        robot.clickOn(path).write(image.toString());
        TextField memory = node(dialog, "memory-size");
        robot.clickOn(memory).push(KeyCode.CONTROL, KeyCode.A).write("0.125");
        TextField vcpus = node(dialog, "vcpus");
        robot.clickOn(vcpus).push(KeyCode.CONTROL, KeyCode.A).write("1");
        assertThat(((TextField) node(dialog, "guest-name")).getText()).isEqualTo(NAME);
        click(dialog, "accept");
        OpenWindows.awaitGone("new-guest-dialog");
        untilState(DomainState.RUNNING);
        until("a process runs", () -> process().isPresent());
        until("it is selected", () -> !((Button) node(main, "action-PAUSE")).isDisabled());
    }

    private void forceOff(Scene main) {
        Node table = node(main, "guest-table");
        until("its row is there", () -> guest().isPresent());
        var area = Gui.fx(() -> table.localToScreen(80, 48));
        robot.clickOn(area.getX(), area.getY());
        until("it is selected", () -> !((Button) node(main, "action-PAUSE")).isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        Scene question = OpenWindows.await("confirm");
        click(question, "confirm-yes");
        untilState(DomainState.SHUT_OFF);
    }

    private void delete(Path image) {
        robot.push(KeyCode.DELETE);
        Scene dialog = OpenWindows.await("delete-dialog");
        until("its disk is known", () -> dialog.lookup("#disk-vda") != null);
        CheckBox disk = node(dialog, "disk-vda");
        assertThat(disk.isSelected()).isFalse();
        robot.clickOn(disk);
        click(dialog, "accept");
        until("the guest is gone", () -> guest().isEmpty());
        until("the disk is gone", () -> !Files.exists(image));
    }
}
