package org.innkeeper.driver.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainStats;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.LocalServices;
import org.innkeeper.core.spi.OpenOptions;
import org.innkeeper.core.spi.StatisticsFacet;
import org.innkeeper.core.spi.StatsGroups;
import org.innkeeper.core.uri.ConnectUri;
import org.innkeeper.driver.remote.peer.LibvirtdPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hosts with so many guests, or such names, that the protocol's limits are near. */
@Timeout(120)
class ManyGuestsTest {
    private static final int GUESTS = 3_000;

    /** With names of that length a list of so many guests just fits into a message, and their statistics do not. */
    private static final int NAMED = 300;

    private static final int NAME_LENGTH = 111_800;

    private final LibvirtdPeer peer = LibvirtdPeer.shared();
    private final CallContext context = CallContext.within(Duration.ofSeconds(100));

    private DriverConnection open(int guests, IntFunction<String> name) throws Exception {
        Path file = Files.createTempFile(peer.directory(), "node", ".xml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("<node>");
            for (int i = 0; i < guests; i++) {
                out.write("<domain type='test'><name>" + name.apply(i) + "</name><memory>65536</memory>"
                        + "<os><type>hvm</type></os></domain>");
            }
            out.write("</node>");
        }
        return new RemoteProvider()
                .open(
                        context,
                        ConnectUri.parse(peer.unix("test", file.toString())),
                        AuthenticationCallback.NOBODY,
                        OpenOptions.readWrite(),
                        LocalServices.NONE);
    }

    private void assertAllTold(DriverConnection connection, int guests) {
        List<DomainRef> listed =
                connection.facet(DomainFacet.class).orElseThrow().list(context, 0);
        List<DomainStats> stats = connection
                .facet(StatisticsFacet.class)
                .orElseThrow()
                .allStats(context, List.of(), StatsGroups.STATE, 0);

        assertThat(listed).hasSize(guests);
        assertThat(stats).hasSize(guests).allSatisfy(one -> assertThat(one.number("state.state"))
                .hasValue(1));
        assertThat(stats)
                .extracting(one -> one.domain().uuid())
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().map(DomainRef::uuid).toList());
    }

    @Test
    void thousandsOfGuestsAreToldInOneReply() throws Exception {
        try (DriverConnection connection = open(GUESTS, i -> "guest" + i)) {
            assertAllTold(connection, GUESTS);
        }
    }

    @Test
    void repliesThatDoNotFitIntoAMessageAreAskedForInParts() throws Exception {
        try (DriverConnection connection = open(NAMED, i -> (i + "x".repeat(NAME_LENGTH)).substring(0, NAME_LENGTH))) {
            assertAllTold(connection, NAMED);
            assertAllTold(connection, NAMED);
        }
    }
}
