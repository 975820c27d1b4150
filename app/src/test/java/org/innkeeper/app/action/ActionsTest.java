package org.innkeeper.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.fixture.Gui.fx;
import static org.innkeeper.app.fixture.Gui.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.innkeeper.app.fixture.Gui;
import org.innkeeper.app.fixture.Program;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxToolkit;

/** Actions over the demo host, which has guests in every state. */
@Tag("gui")
@Timeout(60)
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display")
class ActionsTest {
    @TempDir
    Path folder;

    private Program program;
    private Actions actions;
    private HostId host;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        program = new Program(folder);
        host = program.add("test:///default", "Demo");
        actions = fx(() -> new Actions(program.context()));
        until(
                "connected",
                () -> !fleet().hosts().isEmpty()
                        && fleet().hosts().get(0).state() == ConnectionState.CONNECTED
                        && fleet().guestCount() > 5);
    }

    @AfterEach
    void close() {
        program.close();
    }

    private FleetSnapshot fleet() {
        return program.fleet().snapshot();
    }

    private Selection select(DomainState... states) {
        List<GuestSnapshot> guests = Stream.of(states)
                .flatMap(state -> fleet().hosts().get(0).guests().stream()
                        .filter(guest -> guest.state() == state)
                        .limit(1))
                .toList();
        assertThat(guests).hasSameSizeAs(states);
        return Selection.of(
                fleet(), host, guests.stream().map(GuestSnapshot::key).toList());
    }

    private DomainState now(GuestSnapshot guest) {
        return program.guest(guest.name()).map(GuestSnapshot::state).orElse(null);
    }

    @Test
    void anActionOnSeveralGuestsActsOnThoseThatCan() {
        Selection selection = select(DomainState.RUNNING, DomainState.SHUT_OFF);
        assertThat(actions.enabled(AppAction.PAUSE, selection)).isTrue();

        Gui.run(() -> actions.run(AppAction.PAUSE, selection));

        GuestSnapshot running = selection.guests().stream()
                .filter(GuestSnapshot::running)
                .findFirst()
                .orElseThrow();
        until("paused", () -> now(running) == DomainState.PAUSED);
        assertThat(program.problems().problems()).isEmpty();
    }

    @Test
    void whatIsDangerousAsksFirst() {
        Selection selection = select(DomainState.RUNNING);

        Gui.run(() -> actions.run(AppAction.FORCE_OFF, selection));

        assertThat(program.navigated()).containsExactly("confirm Force off");
        until("off", () -> now(selection.guests().get(0)) == DomainState.SHUT_OFF);
    }

    @Test
    void aHostIsAskedWhyOnlyWhenItFailed() {
        HostId deaf = program.add("qemu+tcp://127.0.0.1:1/system", "Deaf");
        until("it failed", () -> fleet().host(deaf).filter(HostSnapshot::away).isPresent());
        Selection failed = Selection.of(fleet(), deaf, List.of());
        assertThat(actions.enabled(AppAction.CHECK_HOST, failed)).isTrue();
        assertThat(actions.enabled(AppAction.CHECK_HOST, Selection.of(fleet(), host, List.of())))
                .isFalse();

        Gui.run(() -> actions.run(AppAction.CHECK_HOST, failed));

        assertThat(program.navigated()).containsExactly("check host");
    }

    @Test
    void whatCannotWorkIsNotEnabledAndDoesNothing() {
        Selection off = select(DomainState.SHUT_OFF);
        assertThat(actions.enabled(AppAction.PAUSE, off)).isFalse();
        assertThat(actions.enabled(AppAction.RUN, off)).isTrue();
        assertThat(actions.enabled(AppAction.OPEN, Selection.NOTHING)).isFalse();
        assertThat(actions.enabled(AppAction.DISCONNECT, Selection.NOTHING)).isFalse();
        assertThat(actions.enabled(AppAction.NEW_GUEST, Selection.NOTHING)).isTrue();

        Gui.run(() -> actions.run(AppAction.FORCE_OFF, off));

        assertThat(program.navigated()).isEmpty();
    }

    @Test
    void windowsAreReachedThroughTheNavigator() {
        Selection selection = select(DomainState.RUNNING);
        String uuid = selection.guests().get(0).key().uuid().toString();
        Gui.run(() -> {
            actions.run(AppAction.OPEN_PERFORMANCE, selection);
            actions.run(AppAction.DELETE, selection);
            actions.run(AppAction.HOST_DETAILS, selection);
        });

        assertThat(program.navigated()).containsExactly("guest " + uuid + " PERFORMANCE", "delete 1", "host details");
    }

    @Test
    void hostsAreDisconnectedConnectedAndRemoved() {
        Gui.run(() -> actions.run(AppAction.DISCONNECT, Selection.of(fleet(), host, List.of())));
        until("disconnected", () -> fleet().hosts().get(0).state() == ConnectionState.DISCONNECTED);
        assertThat(actions.enabled(AppAction.CONNECT, Selection.of(fleet(), host, List.of())))
                .isTrue();

        Gui.run(() -> actions.run(AppAction.CONNECT, Selection.of(fleet(), host, List.of())));
        until("connected", () -> fleet().hosts().get(0).state() == ConnectionState.CONNECTED);

        Gui.run(() -> actions.run(AppAction.REMOVE_HOST, Selection.of(fleet(), host, List.of())));
        until("removed", () -> fleet().hosts().isEmpty());
    }

    @Test
    void aWindowDoesItsOwnActions() {
        List<Selection> asked = new ArrayList<>();
        assertThat(actions.enabled(AppAction.SEARCH, Selection.NOTHING)).isFalse();

        actions.register(AppAction.SEARCH, asked::add);
        actions.run(AppAction.SEARCH, Selection.NOTHING);

        assertThat(asked).containsExactly(Selection.NOTHING);
    }

    @Test
    void everyActionHasATextAnIconAndAShortcutOfItsOwn() {
        Texts texts = new Texts(false);
        Set<KeyCombination> shortcuts = new HashSet<>();
        for (AppAction action : AppAction.values()) {
            assertThat(texts.get(action.textKey())).isNotBlank();
            FontIcon icon = fx(() -> new FontIcon(action.icon()));
            assertThat(icon.getIconCode().getDescription()).isEqualTo(action.icon());
            if (action.shortcut() != null) {
                assertThat(shortcuts.add(KeyCombination.valueOf(action.shortcut())))
                        .as(action.shortcut())
                        .isTrue();
            }
        }
    }
}
