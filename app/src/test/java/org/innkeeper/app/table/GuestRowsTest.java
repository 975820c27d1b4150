package org.innkeeper.app.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.innkeeper.app.table.Guests.FAR;
import static org.innkeeper.app.table.Guests.NEAR;
import static org.innkeeper.app.table.Guests.guest;
import static org.innkeeper.app.table.Guests.off;

import java.util.List;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.HostLoad;
import org.junit.jupiter.api.Test;

class GuestRowsTest {
    @Test
    void aTickWithTheSameGuestsKeepsTheIndex() {
        GuestRows first = Guests.rows(guest("a"), guest("b"));
        GuestRows next = GuestRows.of(
                Guests.fleet(guest("a", 1), guest("b")), GuestQuery.ALL, List.of(guest("a", 1), guest("b")), first);
        assertThat(next.sameOrder(first)).isTrue();
        assertThat(next.get(0).rates().cpu()).isEqualTo(1);

        GuestRows turned = GuestRows.of(
                Guests.fleet(guest("a"), guest("b")), GuestQuery.ALL, List.of(guest("b"), guest("a")), first);
        assertThat(turned.sameOrder(first)).isFalse();
        assertThat(turned.indexOf(guest("a").key())).isEqualTo(1);
        assertThat(turned.indexOf(guest("c").key())).isEqualTo(-1);
        assertThat(turned.indexOf(null)).isEqualTo(-1);
    }

    @Test
    void guestsOfAHostThatIsAwayAreStale() {
        FleetSnapshot fleet = new FleetSnapshot(1, List.of(Guests.host(NEAR, ConnectionState.LOST, guest("a"))));
        GuestRows rows = GuestRows.of(fleet, GuestQuery.ALL, List.of(guest("a")), GuestRows.EMPTY);
        assertThat(rows.stale(guest("a").key())).isTrue();
        assertThat(Guests.rows(guest("a")).stale(guest("a").key())).isFalse();
    }

    @Test
    void totalsAreOfTheConnectedHostsInTheScope() {
        FleetSnapshot fleet = new FleetSnapshot(
                1,
                List.of(
                        Guests.host(NEAR, ConnectionState.CONNECTED, guest("a"), off("b")),
                        Guests.host(FAR, ConnectionState.LOST)));
        ScopeTotals all = ScopeTotals.of(fleet, null);
        assertThat(all).isEqualTo(new ScopeTotals(2, 1, 4, 0.25, 1024, 4096));
        ScopeTotals away = ScopeTotals.of(fleet, FAR);
        assertThat(away.cpu()).isNaN();
        assertThat(away.memoryTotalKiB()).isZero();
    }

    @Test
    void aLoadThatIsNotKnownIsNotCounted() {
        var host = Guests.host(NEAR, ConnectionState.CONNECTED, guest("a"));
        var silent = new org.innkeeper.app.session.HostSnapshot(
                FAR,
                "far",
                "test:///",
                false,
                ConnectionState.CONNECTED,
                null,
                null,
                java.util.Set.of(),
                java.util.Map.of(),
                host.node(),
                HostLoad.UNKNOWN,
                List.of());
        ScopeTotals totals = ScopeTotals.of(new FleetSnapshot(1, List.of(host, silent)), null);
        assertThat(totals.cpu()).isEqualTo(0.25);
        assertThat(totals.memoryTotalKiB()).isEqualTo(4096);
    }
}
