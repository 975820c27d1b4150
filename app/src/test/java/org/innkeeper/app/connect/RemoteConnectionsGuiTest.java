package org.innkeeper.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.bouncycastle.asn1.x509.GeneralName;
import org.innkeeper.app.auth.CredentialQuestions;
import org.innkeeper.app.auth.LateCallback;
import org.innkeeper.app.certificate.PlacesDialog;
import org.innkeeper.app.connect.check.CheckDialog;
import org.innkeeper.app.fixture.CutTexts;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.OpenWindows;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.host.HostWindow;
import org.innkeeper.app.main.MainWindow;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostSession;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.innkeeper.driver.remote.peer.TestPki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Connects to real daemons as a person does, with every question they ask, and keeps pictures of the dialogs. */
@Tag("gui")
@Timeout(120)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class RemoteConnectionsGuiTest {
    private static final String PASSWORD = "open sesame";
    private static final List<GeneralName> LOCALHOST = List.of(TestPki.dns("localhost"), TestPki.ip("127.0.0.1"));

    private static LibvirtdPeer peer;
    private static LibvirtdPeer second;

    @TempDir
    Path folder;

    private final String home = System.getProperty("user.home");
    private Program program;

    @BeforeAll
    static void start() {
        peer = LibvirtdPeer.start(Map.of(
                "SSH_PASSWORD",
                PASSWORD,
                "TLS_NO_SANITY",
                "1",
                "AUTH_TCP",
                "sasl",
                "SASL_USER",
                "keeper",
                "SASL_PASSWORD",
                PASSWORD));
        second = LibvirtdPeer.start(Map.of("SSH_PASSWORD", PASSWORD, "SSH_METHOD", "keyboard-interactive"));
    }

    @AfterAll
    static void stop() {
        for (LibvirtdPeer each : new LibvirtdPeer[] {peer, second}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        LateCallback questions = new LateCallback();
        program = Program.asking(folder, questions);
        program.wantDark(false);
        questions.complete(new CredentialQuestions(fx(program::context)));
    }

    @AfterEach
    void close() {
        System.setProperty("user.home", home);
        OpenWindows.closeAll();
        program.close();
    }

    private void want(String look) {
        program.wantDark(look.equals("dark"));
        Gui.run(() -> program.context().appearance().apply());
    }

    private HostSession add(HostDefinition definition) {
        return program.fleet().add(definition);
    }

    private HostSession add(String uri) {
        return add(HostDefinition.of(uri, "lab"));
    }

    private static void awaitConnected(HostSession host) {
        until("it is connected: " + host.snapshot().problem(), () -> host.snapshot()
                .connected());
    }

    private static Node find(String id) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#" + id))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    /** A question is on the screen, and has the keyboard. */
    private void awaitQuestion(String id, String picture) throws IOException {
        until(id + " is shown", () -> find(id) != null && find(id).getScene().getWidth() > 300);
        Scene scene = fx(() -> find(id).getScene());
        Gui.run(() -> scene.getWindow().requestFocus());
        until("it has the focus", () -> scene.getWindow().isFocused());
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, picture);
    }

    private static void answer(String id) {
        press(id);
        until(id + " is gone", () -> find(id) == null);
    }

    /** Presses a button after which another question may follow at once. */
    private static void press(String id) {
        Gui.run(() -> ((Button) find(id)).fire());
    }

    private void write(String id, String text) {
        Gui.run(() -> ((TextField) find(id)).setText(text));
    }

    private String known() {
        return "&known_hosts=" + folder.resolve("known_hosts");
    }

    private static String host(LibvirtdPeer at, String user) {
        return "test+ssh://" + user + "localhost:" + at.sshPort() + "/default?socket=" + at.socket();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aNewHostIsTrustedAndAPasswordIsTyped(String look) throws IOException {
        want(look);

        HostSession host = add(host(peer, "root@") + "&sshauth=password" + known());

        awaitQuestion("credentials-yes", "trust-" + look);
        press("credentials-yes");
        awaitQuestion("credential-0", "password-" + look);
        write("credential-0", "wrong");
        press("credentials-yes");
        until("it is asked again", () -> find("credentials-reason") != null);
        awaitQuestion("credential-0", "password-again-" + look);
        write("credential-0", PASSWORD);
        answer("credentials-yes");
        awaitConnected(host);
        assertThat(host.snapshot().guests()).extracting(guest -> guest.name()).containsExactly("test");
        assertThat(Files.readString(folder.resolve("known_hosts"))).contains("localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void questionsOfTheFarSideAreAskedAsTheyAre(String look) throws IOException {
        want(look);
        HostSession host =
                add(host(second, "root@") + "&sshauth=keyboard-interactive" + known() + "&known_hosts_verify=auto");

        awaitQuestion("credential-0", "keyboard-interactive-" + look);
        write("credential-0", PASSWORD);
        answer("credentials-yes");
        awaitConnected(host);
    }

    @Test
    void aQuestionThatIsNotAnsweredIsNotAskedAgain() {
        HostSession host = add(host(peer, "root@") + "&sshauth=password" + known() + "&known_hosts_verify=auto");
        until("it is asked", () -> find("credentials-no") != null);

        answer("credentials-no");

        until("it gave up", () -> host.snapshot().problem() != null);
        assertThat(host.snapshot().state())
                .as("trying again would only ask again")
                .isEqualTo(ConnectionState.DISCONNECTED);
    }

    @Test
    void aHostThatIsDisconnectedTakesItsQuestionBack() {
        HostSession host = add(host(peer, "root@") + "&sshauth=password" + known() + "&known_hosts_verify=auto");
        until("it is asked", () -> find("credentials-no") != null);

        host.disconnect();

        until("nothing is asked any more", () -> find("credentials-no") == null);
        until("it is disconnected", () -> host.snapshot().state() == ConnectionState.DISCONNECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aChangedHostKeyIsAHardStop(String look) throws IOException {
        want(look);
        Files.writeString(
                folder.resolve("known_hosts"),
                "[localhost]:" + peer.sshPort() + " ssh-ed25519 "
                        + "AAAAC3NzaC1lZDI1NTE5AAAAIBpL2w7k1jTtTjvXzBvPpQ6uVnQ1o0cXH1sV2m3wKQ8u\n");

        HostSession host =
                add(host(peer, "root@") + "&keyfile=" + peer.directory().resolve("ssh/id") + known());

        until("it is refused", () -> host.snapshot().problem() != null);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);
        assertThat(find("credentials-yes")).as("nobody is asked").isNull();
        Scene scene = window(host);
        until("the window tells", () -> ((Label) scene.lookup("#host-problem").lookup(".label"))
                .getText()
                .contains("has changed"));
        Gui.picture(scene, "host-key-changed-" + look);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theUsersSettingsLeadOverAJumpHost(String look) throws IOException {
        want(look);
        Path ssh = Files.createDirectories(folder.resolve("home/.ssh"));
        Path key = peer.directory().resolve("ssh");
        Files.copy(key.resolve("id"), ssh.resolve("id_ed25519"));
        Files.copy(key.resolve("id.pub"), ssh.resolve("id_ed25519.pub"));
        Files.writeString(
                second.directory().resolve("ssh/authorized_keys"),
                Files.readString(key.resolve("id.pub")),
                StandardOpenOption.APPEND);
        Files.writeString(
                ssh.resolve("config"),
                """
                Host gate
                    HostName localhost
                    Port %d
                    User root
                Host far
                    HostName localhost
                    Port %d
                    User root
                    ProxyJump gate
                """
                        .formatted(second.sshPort(), peer.sshPort()));
        System.setProperty("user.home", folder.resolve("home").toString());

        HostSession host = add("test+ssh://far/default?socket=" + peer.socket());

        awaitQuestion("credentials-yes", "trust-jump-" + look);
        press("credentials-yes");
        until(
                "the far host is asked about, or it failed",
                () -> host.snapshot().problem() != null
                        || find("credentials-yes") != null
                                && shows(find("credentials-yes").getScene(), "really far"));
        assertThat(host.snapshot().problem()).isNull();
        answer("credentials-yes");
        awaitConnected(host);
        Scene scene = window(host);
        until("the way is told", () -> ((Label) OpenWindows.node(scene, "fact-reached"))
                .getText()
                .contains("ssh to far over gate"));
        assertThat(fact(scene, "user")).isEqualTo("root");
        assertThat(fact(scene, "proof")).contains("SHA256:");
        Gui.picture(scene, "host-ssh-" + look);
    }

    private Scene window(HostSession host) {
        Gui.run(() -> new HostWindow(program.context(), host).show());
        return OpenWindows.await("host-window");
    }

    private static String fact(Scene scene, String id) {
        Label label = OpenWindows.node(scene, "fact-" + id);
        return fx(label::getText);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aNameAndAPasswordForTheDaemonItself(String look) throws IOException {
        want(look);
        HostSession host = add(peer.tcp("test", "/default"));

        awaitQuestion("credential-1", "sasl-" + look);
        write("credential-0", "keeper");
        write("credential-1", PASSWORD);
        answer("credentials-yes");
        awaitConnected(host);
        Scene scene = window(host);
        until(
                "who we are is told",
                () -> ((Label) OpenWindows.node(scene, "fact-user")).getText().equals("keeper"));
        assertThat(fact(scene, "safety")).isEqualTo("Encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aHostOverTlsShowsItsCertificates(String look) throws IOException {
        want(look);
        HostSession host = add(peer.tls("test", "/default"));
        awaitConnected(host);
        Scene scene = window(host);
        until(
                "the certificate is told",
                () -> ((Label) OpenWindows.node(scene, "fact-proof")).getText().contains("CN=localhost"));
        assertThat(fact(scene, "library")).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, "host-overview-" + look);
        Gui.run(() -> ((Button) scene.lookup("#show-certificates")).fire());
        Scene dialog = OpenWindows.await("certificate-dialog");
        assertThat(CutTexts.in(dialog)).isEmpty();
        Gui.picture(dialog, "certificates-" + look);
        Gui.run(() -> dialog.getWindow().hide());
        for (String page : List.of("show-capabilities", "page-connection", "page-performance")) {
            Gui.run(() -> ((ToggleButton) OpenWindows.node(scene, page)).fire());
            assertThat(CutTexts.in(scene)).as(page).isEmpty();
            if (page.equals("page-performance")) {
                until("no figures", () -> OpenWindows.node(scene, "no-figures").isVisible());
            }
            Gui.picture(scene, "host-" + page.replaceAll("show-|page-", "") + "-" + look);
        }
    }

    @Test
    void aConnectionIsEdited() {
        HostSession host = add("test:///default?guests=1");
        awaitConnected(host);
        Scene scene = window(host);
        Gui.run(() -> ((ToggleButton) OpenWindows.node(scene, "page-connection")).fire());
        until("the page is shown", () -> scene.lookup("#edit-apply") != null);
        Button apply = OpenWindows.node(scene, "edit-apply");
        assertThat(apply.isDisabled()).isTrue();

        Gui.run(() -> ((TextField) OpenWindows.node(scene, "edit-uri")).setText("no such thing://"));
        until("it says what is wrong", () -> scene.getRoot().lookupAll(".field-problem").stream()
                .anyMatch(node -> node.isVisible()));
        assertThat(apply.isDisabled()).isTrue();

        Gui.run(() -> ((TextField) OpenWindows.node(scene, "edit-uri")).setText("test:///default?guests=3"));
        Gui.run(() -> ((TextField) OpenWindows.node(scene, "edit-label")).setText("three"));
        until("it can be applied", () -> !apply.isDisabled());
        Gui.run(apply::fire);

        until(
                "it is another host",
                () -> host.snapshot().connected() && host.snapshot().guests().size() == 3);
        assertThat(host.definition().label()).isEqualTo("three");
        assertThat(apply.isDisabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void anExpiredCertificateIsShownWithWhatToDo(String look) throws IOException {
        want(look);
        Path pki = peer.directory().resolve("pki");
        peer.pki()
                .server("localhost", LOCALHOST, TestPki.days(-400), TestPki.days(-35))
                .write(pki.resolve("servercert.pem"), pki.resolve("serverkey.pem"));
        peer.killDaemon();
        peer.startDaemonAgain();
        try {
            Gui.run(() -> new CheckDialog(program.context(), peer.tls("test", "/default"), false).show());
            Scene check = OpenWindows.await("check-dialog");
            until("it has failed", () -> check.lookup("#certificates-HOST_CERTIFICATE") != null);
            assertThat(CutTexts.in(check)).isEmpty();
            Gui.picture(check, "check-certificate-" + look);
            Gui.run(() -> ((Button) check.lookup("#certificates-HOST_CERTIFICATE")).fire());
            Scene dialog = OpenWindows.await("certificate-dialog");
            assertThat(fx(() -> dialog.getRoot().lookup("#certificate-problem")))
                    .isNotNull();
            assertThat(fx(() -> dialog.getRoot().lookupAll(".wrong-date"))).hasSize(1);
            Gui.picture(dialog, "certificate-expired-" + look);
        } finally {
            peer.pki()
                    .server("localhost", LOCALHOST)
                    .write(pki.resolve("servercert.pem"), pki.resolve("serverkey.pem"));
            peer.killDaemon();
            peer.startDaemonAgain();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void placesOfCertificatesAreShownAndChosen(String look) throws IOException {
        want(look);
        System.setProperty("user.home", folder.toString());
        String[] chosen = new String[1];
        Path pki = peer.directory().resolve("pki");
        PlacesDialog dialog = fx(() -> new PlacesDialog(program.context(), "", where -> chosen[0] = where));
        Gui.run(dialog::show);
        Scene scene = OpenWindows.await("places-dialog");
        until("the usual places are told", () -> shows(scene, "clientcert.pem – not there"));
        Gui.picture(scene, "places-" + look);

        Gui.run(() -> dialog.look(pki.toString()));
        until("the folder is told", () -> shows(scene, pki + "/clientcert.pem – found"));
        assertThat(CutTexts.in(scene)).isEmpty();
        Gui.picture(scene, "places-chosen-" + look);
        Gui.run(() -> ((Button) OpenWindows.node(scene, "accept")).fire());
        assertThat(chosen[0]).isEqualTo(pki.toString());
    }

    private static boolean shows(Scene scene, String words) {
        return scene.getRoot().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .anyMatch(text -> text != null && text.contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aProgramFromOutsideRunsOnceItIsConfirmed(String look) throws IOException {
        want(look);
        HostSession host = add(HostDefinition.fromOutside(peer.ext("test", "/default"), "lab", false));

        awaitQuestion("programs-yes", "programs-" + look);
        answer("programs-no");
        until("it was not run", () -> host.snapshot().problem() != null);
        assertThat(host.snapshot().state()).isEqualTo(ConnectionState.DISCONNECTED);

        host.connect();
        until("it is asked again, since the user wants it", () -> find("programs-yes") != null);
        answer("programs-yes");
        awaitConnected(host);
        host.disconnect();
        until("it is disconnected", () -> host.snapshot().state() == ConnectionState.DISCONNECTED);
        host.connect();
        awaitConnected(host);
        assertThat(find("programs-yes")).as("it is asked once").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aSlowOpeningIsSeenAndCancelled(String look) throws IOException {
        want(look);
        try (ServerSocket deaf = new ServerSocket(0)) {
            MainWindow window = fx(() -> {
                MainWindow made = new MainWindow(program.context(), new Stage());
                made.show();
                return made;
            });
            HostSession host = add("test+tcp://localhost:" + deaf.getLocalPort() + "/default");
            until("the line at the bottom tells", () -> program.jobs().jobs().size() == 1);
            Scene scene = window.stage().getScene();
            until(
                    "and shows it",
                    () -> ((Button) scene.lookup("#status-jobs")).getText().equals("Connecting to lab"));
            Gui.picture(scene, "connecting-" + look);

            program.jobs().jobs().get(0).cancel();

            until("it is given up", () -> host.snapshot().state() == ConnectionState.DISCONNECTED);
            until("nothing is being done", () -> program.jobs().jobs().isEmpty());
            Gui.run(() -> {
                window.stage().hide();
                window.dispose();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aCheckThatHangsIsCancelledByClosingItsDialog(String look) throws IOException {
        want(look);
        try (ServerSocket deaf = new ServerSocket(0)) {
            Gui.run(() -> new CheckDialog(
                            program.context(), "test+tcp://localhost:" + deaf.getLocalPort() + "/default", false)
                    .show());
            Scene scene = OpenWindows.await("check-dialog");
            until("it waits", () -> scene.lookup("#step-PORT") != null);
            assertThat(CutTexts.in(scene)).isEmpty();
            Gui.picture(scene, "check-running-" + look);
            long begin = System.nanoTime();
            Gui.run(() -> ((Button) scene.lookup("#cancel")).fire());
            OpenWindows.awaitGone("check-dialog");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
