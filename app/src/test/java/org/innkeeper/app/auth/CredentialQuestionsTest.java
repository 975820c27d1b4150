package org.innkeeper.app.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.core.spi.CredentialRequest;
import org.innkeeper.core.spi.CredentialRequest.Credential;
import org.innkeeper.core.spi.CredentialRequest.CredentialType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A driver's thread asks, a person answers. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class CredentialQuestionsTest {
    private static final CredentialRequest PASSWORD = new CredentialRequest(
            "lab.example",
            "The password is wrong.",
            List.of(
                    new Credential(CredentialType.USERNAME, "User name", "keeper"),
                    new Credential(CredentialType.PASSPHRASE, "Password", null)));
    private static final CredentialRequest TRUST = new CredentialRequest(
            "lab.example",
            "",
            List.of(new Credential(
                    CredentialType.CONFIRM_HOST,
                    "The ssh key of lab.example is not known yet. Its fingerprint is:\nSHA256:abc",
                    null)));

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Program program;
    private CredentialQuestions questions;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        program.wantDark(false);
        AppContext context = fx(program::context);
        questions = new CredentialQuestions(context);
    }

    @AfterEach
    void close() {
        Gui.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        program.close();
    }

    private CompletableFuture<Optional<List<char[]>>> ask(CredentialRequest request) {
        CompletableFuture<Optional<List<char[]>>> answer = CompletableFuture.supplyAsync(() -> questions.ask(request));
        until("the question is shown", () -> find("#credentials-yes") != null);
        Gui.run(() -> find("#credentials-yes").getScene().getWindow().requestFocus());
        until(
                "it has the focus",
                () -> find("#credentials-yes").getScene().getWindow().isFocused());
        return answer;
    }

    private static Node find(String selector) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(node -> node != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theAnswersGoToWhoeverAsked() throws Exception {
        CompletableFuture<Optional<List<char[]>>> answer = ask(PASSWORD);

        assertThat(fx(() -> ((TextField) find("#credential-0")).getText())).isEqualTo("keeper");
        assertThat(fx(() -> ((Label) find("#credentials-reason")).getText())).contains("wrong");
        until("the empty field has the focus", () -> find("#credential-1").isFocused());
        picture("credentials");
        robot.write("s3cret");
        robot.type(KeyCode.ENTER);

        List<char[]> words = answer.get(10, TimeUnit.SECONDS).orElseThrow();
        assertThat(new String(words.get(0))).isEqualTo("keeper");
        assertThat(new String(words.get(1))).isEqualTo("s3cret");
    }

    @Test
    void escapeIsNoAnswer() throws Exception {
        CompletableFuture<Optional<List<char[]>>> answer = ask(PASSWORD);

        robot.type(KeyCode.ESCAPE);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aHostIsTrustedByAClickAndNotByEnter() throws Exception {
        CompletableFuture<Optional<List<char[]>>> answer = ask(TRUST);
        picture("trust");
        robot.clickOn(fx(() -> find("#credentials-yes")));
        assertThat(new String(answer.get(10, TimeUnit.SECONDS).orElseThrow().get(0)))
                .isEqualTo("yes");

        CompletableFuture<Optional<List<char[]>>> again = ask(TRUST);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        assertThat(again.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aQuestionOnTheFxThreadWouldWaitForItself() {
        assertThatThrownBy(() -> fx(() -> questions.ask(PASSWORD))).hasStackTraceContaining("wait for itself");
    }

    @Test
    void aQuestionBeforeTheFirstWindowWaitsForIt() throws Exception {
        LateCallback late = new LateCallback();
        CompletableFuture<Optional<List<char[]>>> answer = CompletableFuture.supplyAsync(() -> late.ask(PASSWORD));

        late.complete(
                HostQuestions.onlyCredentials(request -> Optional.of(List.of("a".toCharArray(), "b".toCharArray()))));

        assertThat(answer.get(10, TimeUnit.SECONDS)).isPresent();
    }

    @Test
    void programsFromOutsideAreShownExactlyAndNoIsTheLikelyAnswer() throws Exception {
        List<ForeignPrograms.Item> items = List.of(
                new ForeignPrograms.Item(ForeignPrograms.Use.RUN_THERE, "netcat", "nc; rm -rf ~\u202e#"),
                new ForeignPrograms.Item(ForeignPrograms.Use.KEY, "keyfile", "/home/me/.ssh/id_ed25519"));
        String uri = "qemu+ssh://lab.example/system?netcat=nc%3b%20rm&keyfile=/home/me/.ssh/id_ed25519";

        CompletableFuture<Boolean> answer =
                CompletableFuture.supplyAsync(() -> questions.allow("lab.example", uri, items));
        until("it is asked", () -> find("#programs-yes") != null);
        assertThat(fx(() -> ((Label) find("#program-netcat")).getText()))
                .as("nothing hides behind a change of direction")
                .isEqualTo("nc; rm -rf ~\\u{202E}#");
        assertThat(fx(() -> ((Label) find("#programs-uri")).getText())).isEqualTo(uri);
        until("no has the focus", () -> find("#programs-no").isFocused());
        until("it has its size", () -> find("#programs-yes").getScene().getWidth() > 400);
        Gui.picture(fx(() -> find("#programs-yes").getScene()), "programs");
        robot.clickOn(fx(() -> find("#programs-yes")));
        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Boolean> again =
                CompletableFuture.supplyAsync(() -> questions.allow("lab.example", uri, items));
        until(
                "it is asked again",
                () -> find("#programs-no") != null && find("#programs-no").isFocused());
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.ESCAPE);
        assertThat(again.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aQuestionThatWaitsForItsTurnCanBeTakenBack() throws Exception {
        CompletableFuture<Optional<List<char[]>>> first = ask(PASSWORD);
        CompletableFuture<Optional<List<char[]>>> second = new CompletableFuture<>();
        Thread waiting = new Thread(() -> second.complete(questions.ask(TRUST)));
        waiting.start();

        waiting.interrupt();

        assertThat(second.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(first).isNotDone();
        robot.type(KeyCode.ESCAPE);
        assertThat(first.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    private void picture(String name) throws IOException {
        until(
                "the dialog has its size",
                () -> find("#credentials-yes").getScene().getWidth() > 400);
        Gui.picture(fx(() -> find("#credentials-yes").getScene()), name);
    }
}
