package org.innkeeper.app.connect.found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.innkeeper.app.connect.AddConnectionDialog;
import org.innkeeper.app.discovery.MulticastHosts;
import org.innkeeper.app.fixture.CutTexts;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.DiscoveredHosts;
import org.innkeeper.app.session.DiscoveredHosts.Advertised;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.SavedHosts;
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

/** Hosts that were found are offered, live, and added several at once. */
@Tag("gui")
@Timeout(90)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class FoundPageTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<Consumer<List<Advertised>>> network = new AtomicReference<>();
    private final AtomicInteger watches = new AtomicInteger();
    private final CompletableFuture<List<String>> saved = new CompletableFuture<>();
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

    private HostSources scripted() {
        DiscoveredHosts hosts = listener -> {
            network.set(listener);
            watches.incrementAndGet();
            return watches::decrementAndGet;
        };
        SavedHosts uris = () -> saved;
        return new HostSources(hosts, uris);
    }

    private Scene dialog(HostSources sources) {
        Gui.run(() -> new AddConnectionDialog(program.context(), sources).show());
        Scene scene = OpenWindows.await("connect-dialog");
        RadioButton kind = OpenWindows.node(scene, "kind-FOUND");
        robot.clickOn(kind);
        return scene;
    }

    private static boolean shown(Scene scene, String id) {
        return fx(() -> {
            Node node = scene.lookup("#" + id);
            return node != null && node.isVisible() && node.isManaged();
        });
    }

    private static Node found(Scene scene, String key) {
        return scene.getRoot().lookupAll(".check-box").stream()
                .filter(node -> ("found-" + key).equals(node.getId()))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void severalAreAddedAtOnce(String look) throws Exception {
        program.wantDark(look.equals("dark"));
        program.fleet()
                .add(HostDefinition.of("qemu+ssh://root@old.example/system", "old")
                        .withAutoconnect(false));
        Scene scene = dialog(scripted());
        assertThat(shown(scene, "found-network-none")).isTrue();
        assertThat(shown(scene, "found-saved-none"))
                .as("asking takes a moment and blocks nothing")
                .isTrue();
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, "connect-found-empty-" + look);

        network.get().accept(List.of(new Advertised("Host lab", "lab.local", 16514)));
        saved.complete(List.of(
                "qemu+ssh://root@old.example/system",
                "qemu+ext:///system?command=/tmp/tunnel",
                "xen+tls://dom0/system"));
        until("all are shown", () -> found(scene, "Host lab") != null && found(scene, "xen+tls://dom0/system") != null);
        assertThat(shown(scene, "found-network-none")).isFalse();
        assertThat(fx(() -> found(scene, "qemu+ssh://root@old.example/system").isDisabled()))
                .as("what is there already is not added again")
                .isTrue();
        Button add = OpenWindows.node(scene, "accept");
        assertThat(add.isDisabled()).isTrue();

        Gui.run(() -> ((CheckBox) found(scene, "Host lab")).setSelected(true));
        network.get()
                .accept(List.of(
                        new Advertised("Host attic", "attic.local", 16509),
                        new Advertised("Host lab", "lab.local", 16514)));
        until("one more", () -> found(scene, "Host attic") != null);
        assertThat(fx(() -> ((CheckBox) found(scene, "Host lab")).isSelected()))
                .as("ticks stay while the list changes")
                .isTrue();
        Gui.run(() -> scene.lookup("#found-all").fireEvent(new javafx.event.ActionEvent()));
        until("three are ticked", () -> add.getText().equals("Add 3"));
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, "connect-found-" + look);

        CheckBox autoconnect = OpenWindows.node(scene, "autoconnect");
        Gui.run(() -> autoconnect.setSelected(false));
        robot.clickOn(add);
        OpenWindows.awaitGone("connect-dialog");
        assertThat(program.fleet().hosts())
                .extracting(host -> host.definition().uri())
                .containsExactly(
                        "qemu+ssh://root@old.example/system",
                        "remote+tls://lab.local/",
                        "qemu+ext:///system?command=/tmp/tunnel",
                        "xen+tls://dom0/system");
        assertThat(program.fleet().hosts().get(2).definition().unconfirmed())
                .as("what another program has saved is confirmed before it is run")
                .containsExactly("command=/tmp/tunnel");
        assertThat(watches).as("nobody looks around any more").hasValue(0);
    }

    /** A real advertiser on this machine. */
    @Test
    void aHostThatAdvertisesItselfAppearsAndGoes() throws Exception {
        InetAddress here = InetAddress.getLocalHost();
        String name = "Virtualization Host " + UUID.randomUUID();
        HostSources sources =
                new HostSources(MulticastHosts.at(here), () -> CompletableFuture.completedFuture(List.of()));
        Scene scene = dialog(sources);
        try (JmDNS host = JmDNS.create(here)) {
            host.registerService(ServiceInfo.create("_libvirt._tcp.local.", name, 16514, ""));
            until("it is offered", () -> found(scene, name) != null);
            host.unregisterAllServices();
            until("it is gone", () -> found(scene, name) == null);
        }
    }
}
