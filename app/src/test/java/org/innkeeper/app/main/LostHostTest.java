package org.innkeeper.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.table.GuestRows;
import org.innkeeper.app.table.GuestTable;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Three hosts in one window, two of them real daemons; one of those dies and comes back by itself. */
@Tag("gui")
@Timeout(120)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class LostHostTest {
    private static final int GUESTS = 12 + 1 + 1;

    @TempDir
    Path folder;

    private static LibvirtdPeer peer;

    private Program program;
    private MainWindow window;

    @BeforeAll
    static void startPeer() {
        peer = LibvirtdPeer.start(Map.of());
    }

    @AfterAll
    static void stopPeer() {
        if (peer != null) {
            peer.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
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
    }

    private HostSnapshot host(HostId id) {
        return program.fleet().host(id).orElseThrow().snapshot();
    }

    private Node item(HostId id) {
        return window.stage().getScene().lookup("#host-" + id.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void itsGuestsStayAndItComesBackWhileTheOthersGoOn(String look) throws Exception {
        program.wantDark(look.equals("dark"));
        HostId demo = program.add("test:///default", "demo");
        HostId other = program.add(LibvirtdPeer.shared().tls("test", "/default"), "other");
        HostId far = program.add("test+tcp://localhost:" + peer.tcpPort() + "/default", "far");
        window = fx(() -> {
            MainWindow made = new MainWindow(program.context(), new Stage());
            made.show();
            return made;
        });
        GuestTable table = fx(() -> (GuestTable) window.stage().getScene().lookup("#guest-table"));
        until("guests of all hosts", () -> table.rows().size() == GUESTS);
        until("all are there", () -> staleHosts(table).isEmpty());

        peer.killDaemon();
        until("it is lost", () -> host(far).state() == ConnectionState.LOST);
        until("the list of hosts says so", () -> isAway(far));
        until("and how old it is what is shown", () -> note(far).matches("Away · [0-9]+\\hs ago"));
        until("its guests are greyed", () -> staleHosts(table).equals(Set.of(far)));
        until("the age grows", () -> note(far).matches("Away · ([3-9]|[1-9][0-9])\\hs ago"));
        Gui.picture(window.stage().getScene(), "host-lost-" + look);

        assertThat(table.rows().size()).as("its guests stay").isEqualTo(GUESTS);
        for (HostId alive : List.of(demo, other)) {
            assertThat(host(alive).state()).isEqualTo(ConnectionState.CONNECTED);
            assertThat(fx(() -> isAway(alive))).isFalse();
            Instant before = host(alive).asOf();
            until("the others are polled", () -> host(alive).asOf().isAfter(before.plusSeconds(1)));
        }

        peer.startDaemonAgain();
        until("it is back, and nobody asked for it", () -> host(far).state() == ConnectionState.CONNECTED);
        until("and seen to be", () -> !isAway(far) && staleHosts(table).isEmpty());
        assertThat(table.rows().size()).isEqualTo(GUESTS);
    }

    private boolean isAway(HostId id) {
        return item(id).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("away"));
    }

    private String note(HostId id) {
        return ((Label) item(id).lookup(".host-note")).getText();
    }

    /** The hosts whose guests are painted grey. */
    private static Set<HostId> staleHosts(GuestTable table) {
        GuestRows rows = table.rows();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.get(row).key())
                .filter(rows::stale)
                .map(GuestKey::host)
                .collect(Collectors.toSet());
    }
}
