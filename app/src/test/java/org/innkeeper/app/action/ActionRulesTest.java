package org.innkeeper.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.app.i18n.Message;
import org.innkeeper.app.i18n.Texts;
import org.innkeeper.app.session.Availability;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Why an action is off: each reason stands where it belongs, and what lasts comes before what passes. */
class ActionRulesTest {
    private static final HostId ID = new HostId("lab");
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);
    private static final HostSnapshot LAB = host(ConnectionState.CONNECTED, false, ALL, Map.of());
    private static final GuestSnapshot WEB = guest("web", 3, UUID.randomUUID(), DomainState.RUNNING);
    private static final GuestSnapshot OFF = guest("old", -1, UUID.randomUUID(), DomainState.SHUT_OFF);
    private static final GuestSnapshot DOMAIN_0 = guest("Domain-0", 0, new UUID(0, 0), DomainState.RUNNING);

    private final Texts texts = new Texts(false);

    private static HostSnapshot host(
            ConnectionState state, boolean readOnly, Set<Feature> features, Map<Feature, ErrorInfo> absences) {
        return new HostSnapshot(
                ID,
                "lab",
                "xen:///",
                readOnly,
                state,
                null,
                null,
                features,
                absences,
                null,
                HostLoad.UNKNOWN,
                List.of());
    }

    private static GuestSnapshot guest(String name, int id, UUID uuid, DomainState state) {
        return new GuestSnapshot(
                new GuestKey(ID, uuid),
                new DomainRef(name, uuid, id),
                state,
                0,
                true,
                false,
                1,
                null,
                GuestRates.UNKNOWN);
    }

    private static HostSnapshot without(Feature... features) {
        Set<Feature> there = EnumSet.copyOf(ALL);
        there.removeAll(List.of(features));
        return host(ConnectionState.CONNECTED, false, there, Map.of());
    }

    private String reason(AppAction action, HostSnapshot host, GuestSnapshot... guests) {
        Map<HostId, HostSnapshot> hosts = new HashMap<>(Map.of(ID, host));
        return words(ActionRules.of(action, new Selection(null, List.of(guests), hosts), List.of(host)));
    }

    private String words(Availability availability) {
        return availability.reason().map(reason -> reason.text(texts)).orElse("-");
    }

    @Test
    void whatCanWorkHasNoReason() {
        assertThat(reason(AppAction.PAUSE, LAB, WEB)).isEqualTo("-");
        assertThat(reason(AppAction.RUN, LAB, WEB, OFF)).isEqualTo("-");
        assertThat(reason(AppAction.OPEN, host(ConnectionState.LOST, true, Set.of(), Map.of()), WEB))
                .isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "PAUSE, Domain-0 is the host itself and cannot be paused.",
        "SHUT_DOWN, Domain-0 is the host itself and cannot be shut down from here.",
        "REBOOT, Domain-0 is the host itself and cannot be rebooted from here.",
        "FORCE_RESET, Domain-0 is the host itself and cannot be reset from here.",
        "FORCE_OFF, Domain-0 is the host itself and cannot be forced off.",
        "DELETE, Domain-0 is the host itself and cannot be deleted.",
    })
    void nothingEndsTheHostThatXenListsAmongItsDomains(AppAction action, String reason) {
        assertThat(reason(action, LAB, DOMAIN_0)).isEqualTo(reason);
    }

    @Test
    void theStateOfTheGuestIsTold() {
        assertThat(reason(AppAction.PAUSE, LAB, OFF)).isEqualTo("old is not running.");
        assertThat(reason(AppAction.RUN, LAB, WEB)).isEqualTo("web is running already.");
        GuestSnapshot kept = guest("kept", 7, UUID.randomUUID(), DomainState.CRASHED);
        assertThat(reason(AppAction.RUN, LAB, kept))
                .isEqualTo("kept has crashed and was kept as it was; force it off first.");
    }

    @Test
    void whatTheHostLacksComesBeforeWhatPasses() {
        assertThat(reason(AppAction.RESUME, without(Feature.DOMAIN_SUSPEND), WEB))
                .isEqualTo("This host cannot pause guests.");
        assertThat(reason(AppAction.DELETE, without(Feature.DOMAIN_DEFINE), WEB))
                .isEqualTo("This host cannot keep definitions of guests.");
    }

    @Test
    void aDriverThatKnowsMoreSaysItInItsWords() {
        ErrorInfo why = ErrorInfo.of(ErrorCode.NO_SUPPORT, ErrorOrigin.NONE, "this kernel has no checkpoints");
        HostSnapshot host = host(
                ConnectionState.CONNECTED,
                false,
                EnumSet.complementOf(EnumSet.of(Feature.DOMAIN_SUSPEND)),
                Map.of(Feature.DOMAIN_SUSPEND, why));
        assertThat(reason(AppAction.PAUSE, host, WEB)).isEqualTo("This kernel has no checkpoints.");
    }

    @Test
    void rightsAndConnectionsComeFirst() {
        assertThat(reason(AppAction.PAUSE, host(ConnectionState.CONNECTED, true, ALL, Map.of()), DOMAIN_0))
                .isEqualTo("lab is connected read-only: nothing can be changed there.");
        assertThat(reason(AppAction.RUN, host(ConnectionState.LOST, true, ALL, Map.of()), OFF))
                .isEqualTo("lab is not connected.");
    }

    @Test
    void severalGuestsShareOneSentence() {
        assertThat(reason(AppAction.PAUSE, LAB, OFF, guest("older", -1, UUID.randomUUID(), DomainState.SHUT_OFF)))
                .isEqualTo("None of the 2 selected guests can: old is not running.");
        assertThat(reason(AppAction.PAUSE, LAB)).isEqualTo("No guest is selected.");
    }

    @Test
    void hostsSayWhyTheyAreNotConnectedOrChecked() {
        Selection lab = Selection.ofHost(LAB);
        assertThat(words(ActionRules.of(AppAction.CONNECT, lab, List.of(LAB)))).isEqualTo("lab is connected already.");
        assertThat(words(ActionRules.of(AppAction.CHECK_HOST, lab, List.of(LAB))))
                .isEqualTo("lab has not failed.");
        assertThat(words(ActionRules.of(AppAction.DISCONNECT, lab, List.of(LAB))))
                .isEqualTo("-");
        assertThat(words(ActionRules.of(AppAction.CONNECT, Selection.NOTHING, List.of(LAB))))
                .isEqualTo("No host is selected.");
    }

    @Test
    void newGuestsNeedAHostThatTakesThem() {
        HostSnapshot readOnly = host(ConnectionState.CONNECTED, true, ALL, Map.of());
        HostSnapshot poor = without(Feature.DOMAIN_DEFINE);
        assertThat(newGuest()).isEqualTo("-");
        assertThat(newGuest(readOnly, LAB)).isEqualTo("-");
        assertThat(newGuest(host(ConnectionState.LOST, false, ALL, Map.of()))).isEqualTo("-");
        assertThat(newGuest(readOnly)).isEqualTo("lab is connected read-only: nothing can be changed there.");
        assertThat(newGuest(poor)).isEqualTo("This host cannot keep definitions of guests.");
        assertThat(newGuest(readOnly, poor))
                .isEqualTo("No host takes new guests: all are read-only or keep no definitions.");
    }

    private String newGuest(HostSnapshot... hosts) {
        return words(ActionRules.of(AppAction.NEW_GUEST, Selection.NOTHING, List.of(hosts)));
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void everyFunctionThatMayBeLackingHasASentence(Feature feature) {
        assertThat(words(without(feature).can(feature)))
                .startsWith("This host cannot ")
                .endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(GuestAction.class)
    void everyActionHasASentenceForTheHostItselfAndForEachState(GuestAction action) {
        for (DomainState state : DomainState.values()) {
            GuestSnapshot guest = guest("web", state == DomainState.SHUT_OFF ? -1 : 1, UUID.randomUUID(), state);
            assertThat(words(action.availability(LAB, guest)).equals("-")).isEqualTo(action.fits(guest));
        }
        assertThat(action.availability(LAB, DOMAIN_0).reason().map(Message::key))
                .contains("reason.itself." + action);
    }
}
