package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.FAR;
import static org.innkeeper.app.table.Guests.NEAR;
import static org.innkeeper.app.table.Guests.guest;
import static org.innkeeper.app.table.Guests.off;

import java.util.List;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;

class GuestOrderTest {
    private final GuestOrder order = new GuestOrder();

    @Test
    void namesAreSortedAsPeopleCount() {
        assertThat(names(sort(GuestQuery.ALL, guest("web-10"), guest("Web-2"), guest("web-1"), guest("db"))))
                .containsExactly("db", "web-1", "Web-2", "web-10");
    }

    @Test
    void guestsWithoutAValueComeLastEitherWay() {
        GuestSnapshot[] guests = {off("off"), guest("busy", 0.9f), guest("idle", 0.1f)};
        assertThat(names(sort(GuestQuery.ALL.withSort(GuestColumn.CPU, true), guests)))
                .containsExactly("idle", "busy", "off");
        assertThat(names(sort(GuestQuery.ALL.withSort(GuestColumn.CPU, false), guests)))
                .containsExactly("busy", "idle", "off");
    }

    @Test
    void whatNeedsAPersonComesFirstByState() {
        assertThat(names(sort(
                        GuestQuery.ALL.withSort(GuestColumn.STATE, true),
                        off("a-off"),
                        guest(NEAR, "b-paused", DomainState.PAUSED, 0),
                        guest("c-running"),
                        guest(NEAR, "d-crashed", DomainState.CRASHED, 0))))
                .containsExactly("d-crashed", "c-running", "b-paused", "a-off");
    }

    @Test
    void equalValuesGoByName() {
        assertThat(names(sort(GuestQuery.ALL.withSort(GuestColumn.MEMORY, false), guest("b"), guest("c"), guest("a"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void everyWordMustBeFoundInNameOrHost() {
        FleetSnapshot fleet = new FleetSnapshot(
                1,
                List.of(
                        Guests.host(NEAR, ConnectionState.CONNECTED, guest("web-1"), guest("db-1")),
                        Guests.host(FAR, ConnectionState.CONNECTED, guest(FAR, "web-2", DomainState.RUNNING, 0))));
        assertThat(names(order.filter(fleet, GuestQuery.ALL.withText("WEB")))).containsExactly("web-1", "web-2");
        assertThat(names(order.filter(fleet, GuestQuery.ALL.withText("web far"))))
                .containsExactly("web-2");
        assertThat(order.filter(fleet, GuestQuery.ALL.withText("web db"))).isEmpty();
        assertThat(names(order.filter(fleet, GuestQuery.ALL.withScope(FAR)))).containsExactly("web-2");
        String uuid = guest("db-1").key().uuid().toString();
        assertThat(names(order.filter(fleet, GuestQuery.ALL.withText(uuid.substring(0, 12)))))
                .containsExactly("db-1");
    }

    @Test
    void keepingTheOrderTakesNewValuesAndPutsNewGuestsLast() {
        GuestRows before = Guests.rows(guest("c", 0.1f), guest("a", 0.2f), guest("b", 0.3f));

        List<GuestSnapshot> kept = order.keep(List.of(guest("new"), guest("a", 0.9f), guest("c", 0.8f)), before);

        assertThat(names(kept)).containsExactly("c", "a", "new");
        assertThat(kept.get(1).rates().cpu()).isEqualTo(0.9f);
    }

    private List<GuestSnapshot> sort(GuestQuery query, GuestSnapshot... guests) {
        return order.sort(List.of(guests), Guests.fleet(guests), query);
    }

    private static List<String> names(List<GuestSnapshot> guests) {
        return guests.stream().map(GuestSnapshot::name).toList();
    }
}
