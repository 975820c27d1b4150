package org.innkeeper.driver.xen.dom0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.innkeeper.driver.xen.dom0.Dom0Host.await;
import static org.innkeeper.driver.xen.dom0.Dom0Host.call;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.core.spi.MigrationFacet;
import org.innkeeper.driver.tck.GuestConsole;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A guest is sent from this host to this host, over ssh as to any other. What its arrival on another host would be told by a
 * connection there is told here by a second connection.
 */
class MigrationInDom0 {
    private static final long LIVE = 1;

    @ParameterizedTest
    @CsvSource({"linux,dom0-moved-pv", "xenpvh,dom0-moved-pvh"})
    void isMovedWhileItRuns(String type, String name, TestReporter reporter) throws IOException {
        UUID uuid = UUID.randomUUID();
        try (Dom0Host here = new Dom0Host();
                Dom0Host there = new Dom0Host()) {
            try {
                int before = Dom0Host.boots(name);
                DomainRef guest = here.domains().createXml(call(), Dom0Host.definition(name, uuid, type), 0);
                await(name + " comes up").until(() -> Dom0Host.boots(name) > before);
                int boots = Dom0Host.boots(name);

                long begin = System.nanoTime();
                DomainRef moved = move(here, there, guest);
                reporter.publishEntry(
                        "moved", "id " + guest.id() + " to " + moved.id() + " within " + seconds(begin) + " s");

                assertThat(moved.uuid()).isEqualTo(uuid);
                assertThat(moved.name()).isEqualTo(name);
                assertThat(moved.id()).isGreaterThan(guest.id());
                assertThat(there.domains().status(call(), moved).state())
                        .isIn(DomainState.RUNNING, DomainState.BLOCKED);
                try (GuestConsole console =
                        new GuestConsole(there.facet(ConsoleFacet.class).openConsole(call(), moved, null, 0))) {
                    console.ask("moved", "heard: moved");
                }
                // It went on where it was, and did not boot.
                assertThat(Dom0Host.boots(name)).isEqualTo(boots);
                assertThat(here.domains().list(call(), 0))
                        .extracting(DomainRef::uuid)
                        .containsOnlyOnce(uuid);
            } finally {
                here.removeIfThere(uuid);
            }
        }
    }

    private static DomainRef move(Dom0Host here, Dom0Host there, DomainRef guest) {
        MigrationFacet from = here.facet(MigrationFacet.class);
        MigrationFacet to = there.facet(MigrationFacet.class);
        MigrationStep begun = from.begin(call(), guest, List.of(), LIVE);
        List<TypedParameter> parameters = List.of(
                TypedParameter.ofString("destination_name", guest.name()),
                TypedParameter.ofString("destination_xml", begun.document()),
                TypedParameter.ofString("migrate_uri", "xenmigr://localhost"));
        // A host on which the guest runs already does not take it, and this is that host.
        InnkeeperException refused = catchThrowableOfType(
                InnkeeperException.class, () -> to.prepare(call(), null, parameters, begun.cookie(), LIVE));
        assertThat(refused.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
        MigrationStep performed = from.perform(call(), guest, null, parameters, begun.cookie(), LIVE);
        DomainRef moved = to.finish(call(), parameters, performed.cookie(), LIVE, 0)
                .orElseThrow(() -> new AssertionError("nothing arrived"));
        from.confirm(call(), guest, parameters, new byte[0], LIVE, 0);
        return moved;
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000L;
    }
}
