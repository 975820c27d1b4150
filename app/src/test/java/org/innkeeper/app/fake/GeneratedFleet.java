package org.innkeeper.app.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
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
import org.innkeeper.core.spi.Feature;

/** Snapshots of a made-up host with any number of guests, whose rates change with each tick; the same every time. */
public final class GeneratedFleet {
    public static final HostId HOST = new HostId("generated");

    private final int guests;
    private final Random random = new Random(7);
    private long revision;

    public GeneratedFleet(int guests) {
        this.guests = guests;
    }

    /** The next tick with all guests. */
    public FleetSnapshot next() {
        return next(guests);
    }

    /** The next tick with another number of guests. */
    public FleetSnapshot next(int count) {
        List<GuestSnapshot> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(guest(i));
        }
        return new FleetSnapshot(
                ++revision,
                List.of(new HostSnapshot(
                        HOST,
                        "this machine",
                        "test:///default",
                        false,
                        ConnectionState.CONNECTED,
                        null,
                        Instant.EPOCH,
                        EnumSet.allOf(Feature.class),
                        new NodeInfo("x86_64", 64L << 20, 16, 3000, 1, 1, 8, 2),
                        new HostLoad(0.4, 40L << 20, 64L << 20),
                        all)));
    }

    public static GuestKey key(int index) {
        return new GuestKey(HOST, new UUID(0x6695eb01f6a48304L, 0x79aa000000100000L + index));
    }

    private GuestSnapshot guest(int index) {
        GuestKey key = key(index);
        DomainState state = index % 11 == 7 ? DomainState.SHUT_OFF : DomainState.RUNNING;
        boolean active = state != DomainState.SHUT_OFF;
        GuestRates rates = !active
                ? GuestRates.UNKNOWN
                : new GuestRates(
                        random.nextFloat(),
                        random.nextFloat() / 10,
                        random.nextInt(2 << 20),
                        2 << 20,
                        random.nextInt(4_000_000),
                        random.nextInt(1_000_000),
                        random.nextInt(900_000),
                        random.nextInt(100_000));
        return new GuestSnapshot(
                key,
                new DomainRef("guest-" + index, key.uuid(), active ? index + 1 : -1),
                state,
                1,
                true,
                index % 3 == 0,
                2,
                null,
                rates);
    }
}
