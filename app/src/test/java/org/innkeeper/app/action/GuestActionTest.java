package org.innkeeper.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.GuestAction;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestActionTest {
    private static final HostId HOST = HostId.random();

    private static HostSnapshot host(ConnectionState state, boolean readOnly, Set<Feature> features) {
        return new HostSnapshot(
                HOST,
                "lab",
                "test:///",
                readOnly,
                state,
                null,
                null,
                features,
                Map.of(),
                null,
                HostLoad.UNKNOWN,
                List.of());
    }

    private static GuestSnapshot guest(DomainState state, int id) {
        return guest(state, id, UUID.randomUUID());
    }

    private static GuestSnapshot guest(DomainState state, int id, UUID uuid) {
        return new GuestSnapshot(
                new GuestKey(HOST, uuid),
                new DomainRef("web", uuid, id),
                state,
                0,
                true,
                false,
                1,
                null,
                GuestRates.UNKNOWN);
    }

    private static String possible(HostSnapshot host, GuestSnapshot guest) {
        return EnumSet.allOf(GuestAction.class).stream()
                .filter(action -> action.availability(host, guest).possible())
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 1, PAUSE SHUT_DOWN REBOOT FORCE_RESET FORCE_OFF",
        "BLOCKED, 1, PAUSE SHUT_DOWN REBOOT FORCE_RESET FORCE_OFF",
        "PAUSED, 1, RESUME FORCE_RESET FORCE_OFF",
        "SHUTTING_DOWN, 1, FORCE_RESET FORCE_OFF",
        "PM_SUSPENDED, 1, SHUT_DOWN FORCE_OFF",
        "SHUT_OFF, -1, RUN",
        "CRASHED, -1, RUN",
        "CRASHED, 1, FORCE_RESET FORCE_OFF",
        "NO_STATE, 1, ''",
    })
    void theStateDecides(DomainState state, int id, String actions) {
        assertThat(possible(host(ConnectionState.CONNECTED, false, EnumSet.allOf(Feature.class)), guest(state, id)))
                .isEqualTo(actions);
    }

    @Test
    void whatTheDriverCannotDoIsNotOffered() {
        assertThat(possible(
                        host(ConnectionState.CONNECTED, false, EnumSet.noneOf(Feature.class)),
                        guest(DomainState.RUNNING, 1)))
                .isEqualTo("FORCE_OFF");
    }

    @Test
    void nothingIsPossibleWhereNothingMayBeChangedOrNobodyAnswers() {
        GuestSnapshot running = guest(DomainState.RUNNING, 1);
        assertThat(possible(host(ConnectionState.CONNECTED, true, EnumSet.allOf(Feature.class)), running))
                .isEmpty();
        assertThat(possible(host(ConnectionState.LOST, false, EnumSet.allOf(Feature.class)), running))
                .isEmpty();
    }

    @Test
    void nothingEndsTheHostThatXenListsAmongItsDomains() {
        assertThat(possible(
                        host(ConnectionState.CONNECTED, false, EnumSet.allOf(Feature.class)),
                        guest(DomainState.RUNNING, 0, new UUID(0, 0))))
                .isEmpty();
    }
}
