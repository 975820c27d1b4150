package org.innkeeper.app.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.app.session.ConnectionState;
import org.innkeeper.app.session.FleetSnapshot;
import org.innkeeper.app.session.GuestKey;
import org.innkeeper.app.session.GuestRates;
import org.innkeeper.app.session.GuestSnapshot;
import org.innkeeper.app.session.HostId;
import org.innkeeper.app.session.HostLoad;
import org.innkeeper.app.session.HostSnapshot;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.NodeInfo;

/** Snapshots for tests. */
final class Guests {
    static final HostId NEAR = new HostId("near");
    static final HostId FAR = new HostId("far");

    private Guests() {}

    static GuestSnapshot guest(String name) {
        return guest(NEAR, name, DomainState.RUNNING, 0.5f);
    }

    static GuestSnapshot guest(String name, float cpu) {
        return guest(NEAR, name, DomainState.RUNNING, cpu);
    }

    static GuestSnapshot off(String name) {
        return guest(NEAR, name, DomainState.SHUT_OFF, Float.NaN);
    }

    static GuestSnapshot guest(HostId host, String name, DomainState state, float cpu) {
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean active = state != DomainState.SHUT_OFF;
        GuestRates rates = active ? new GuestRates(cpu, cpu / 8, 1024, 2048, 10, 20, 30, 40) : GuestRates.UNKNOWN;
        return new GuestSnapshot(
                new GuestKey(host, uuid),
                new DomainRef(name, uuid, active ? 1 : -1),
                state,
                0,
                true,
                false,
                1,
                null,
                rates);
    }

    static HostSnapshot host(HostId id, ConnectionState state, GuestSnapshot... guests) {
        return new HostSnapshot(
                id,
                id.value() + ".example",
                "test:///default",
                false,
                state,
                null,
                null,
                Set.of(),
                Map.of(),
                new NodeInfo("x86_64", 4096, 4, 0, 1, 1, 4, 1),
                new HostLoad(0.25, 1024, 4096),
                List.of(guests));
    }

    static FleetSnapshot fleet(GuestSnapshot... guests) {
        return new FleetSnapshot(1, List.of(host(NEAR, ConnectionState.CONNECTED, guests)));
    }

    static GuestRows rows(GuestSnapshot... guests) {
        return GuestRows.of(fleet(guests), GuestQuery.ALL, List.of(guests), GuestRows.EMPTY);
    }
}
