package org.innkeeper.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Three hosts in one window; a far one dies and comes back. */
@Tag("gui")
@Timeout(120)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class LostHostTest {
    private static final int GUESTS = 12 + 3 + 1;

    @TempDir
    Path folder;

    private LibvirtdPeer peer;
    private Program program;
    private MainWindow window;

    @BeforeEach
    void open() throws Exception {
        peer = LibvirtdPeer.start(Map.of());
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.fleet()
                .setPolling(new PollingSettings(
                        Duration.ofMillis(500), PollingSettings.standard().groups()));
    }

    @AfterEach
    void close() {
        if (window != null) {
            Gui.run(() -> {
                window.stage().hide();
                window.dispose();
            });
        }
        if (program != null) {
            program.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    private HostSnapshot host(HostId id) {
        return program.fleet().host(id).orElseThrow().snapshot();
    }

    private Node item(HostId id) {
        return fx(() -> window.stage().getScene().lookup("#host-" + id.value()));
    }

    @Test
    void itsGuestsStayAndItComesBackWhileTheOthersGoOn() throws Exception {
        HostId demo = program.add("test:///default", "demo");
        HostId small = program.add("test:///default?guests=3", "small");
        HostId far = program.add("test+tcp://localhost:" + peer.tcpPort() + "/default", "far");
        window = fx(() -> {
            MainWindow made = new MainWindow(program.context(), new Stage());
            made.show();
            return made;
        });
        GuestTable table = fx(() -> (GuestTable) window.stage().getScene().lookup("#guest-table"));
        until("guests of all hosts", () -> table.rows().size() == GUESTS);

        peer.killDaemon();
        until("it is lost", () -> host(far).state() == ConnectionState.LOST);
        until("the list of hosts says so", () -> item(far).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("away")));
        Gui.picture(window.stage().getScene(), "host-lost");

        assertThat(table.rows().size()).isEqualTo(GUESTS);
        assertThat(host(demo).state()).isEqualTo(ConnectionState.CONNECTED);
        var before = host(small).asOf();
        until("the others are polled", () -> host(small).asOf().isAfter(before.plusSeconds(1)));

        peer.startDaemonAgain();
        until("it is back", () -> host(far).state() == ConnectionState.CONNECTED);
        until("and seen to be", () -> item(far).getPseudoClassStates().stream()
                .noneMatch(state -> state.getPseudoClassName().equals("away")));
        assertThat(table.rows().size()).isEqualTo(GUESTS);
    }
}
