package org.innkeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.innkeeper.app.cli.CommandLineParser;
import org.innkeeper.app.context.AppContext;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.HostId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Windows that wait for their host: those of the last run, and the one a command line asks for. */
@Tag("gui")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class ComingWindowsTest {
    @TempDir
    Path folder;

    private Program program;
    private AppContext context;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        context = fx(() -> program.context());
    }

    @AfterEach
    void close() {
        program.close();
    }

    private HostId demo() {
        HostId demo = program.add("test:///default", "Demo host");
        until("guests", () -> context.model().snapshot().guestCount() > 5);
        return demo;
    }

    private GuestKey guest(String name) {
        return program.guest(name).orElseThrow().key();
    }

    private void ask(String... arguments) throws Exception {
        var options = new CommandLineParser(CommandLineParser.NOWHERE, "")
                .parse(List.of(arguments))
                .orElseThrow();
        Gui.run(() -> new RequestedWindow(context, options).await());
    }

    /** What was opened, once there is so much of it: a host may answer later than it is asked. */
    private List<String> navigated(int count) {
        until("it is opened", () -> program.navigated().size() >= count);
        return program.navigated();
    }

    @Test
    void whatWasOpenComesBackWhenItsGuestAppears() {
        HostId demo = demo();
        GuestKey archive = guest("archive");
        GuestKey gone = new GuestKey(demo, UUID.randomUUID());
        Gui.run(() -> new RememberedWindows(context).remember(List.of(archive, gone)));

        Gui.run(() -> new RememberedWindows(context).restore());

        assertThat(program.navigated()).containsExactly("guest " + archive.uuid() + " OVERVIEW");
    }

    @Test
    void whatStillWaitsForItsGuestStaysRemembered() {
        HostId demo = demo();
        GuestKey archive = guest("archive");
        GuestKey away = new GuestKey(new HostId("of another day"), UUID.randomUUID());
        Gui.run(() -> new RememberedWindows(context).remember(List.of(away)));

        Gui.run(() -> {
            RememberedWindows again = new RememberedWindows(context);
            again.restore();
            again.remember(List.of(archive));
        });

        assertThat(context.settings().section("windows").texts("guests"))
                .containsExactly(demo + " " + archive.uuid(), "of another day " + away.uuid());
    }

    @Test
    void whatIsNoGuestInTheSettingsIsPassedOver() {
        demo();
        context.settings().section("windows").put("guests", List.of("nonsense", "host not-a-uuid", ""));

        Gui.run(() -> new RememberedWindows(context).restore());

        assertThat(program.navigated()).isEmpty();
    }

    @Test
    void theWindowThatWasAskedForOpensOnceItsHostIsThere() throws Exception {
        ask("--show-domain-performance", "archive");
        assertThat(program.navigated()).isEmpty();
        demo();
        until("it is opened", () -> program.navigated().size() == 1);
        assertThat(program.navigated())
                .containsExactly("guest " + guest("archive").uuid() + " PERFORMANCE");
    }

    @Test
    void aGuestIsAskedForByItsUuidOrItsRunTimeIdToo() throws Exception {
        demo();
        GuestKey archive = guest("archive");
        ask("--show-domain-editor", archive.uuid().toString());
        var running = program.guest("web-frontend").orElseThrow();
        ask("--show-domain-console", Integer.toString(running.domain().id()));
        assertThat(navigated(2))
                .containsExactly(
                        "guest " + archive.uuid() + " DETAILS",
                        "guest " + running.key().uuid() + " CONSOLE");
    }

    @Test
    void theHostAndTheDialogForANewGuestCanBeAskedFor() throws Exception {
        demo();
        ask("--show-host-summary");
        ask("--show-domain-creator");
        assertThat(navigated(2)).containsExactly("host details", "new guest");
    }

    @Test
    void aGuestThatIsNotThereIsTold() throws Exception {
        demo();
        ask("--show-domain-editor", "nobody");
        assertThat(navigated(1)).containsExactly("problem there is no guest nobody");
    }
}
