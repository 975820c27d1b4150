package org.innkeeper.driver.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.model.MigrationStep;
import org.innkeeper.core.model.TypedParameter;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.DriverConnection;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MigrationFacet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps of a migration, led as the API leads them. */
public abstract class MigrationContract extends DriverContract {
    private static final long LIVE = 1L;
    private static final long PERSIST_DEST = 1L << 3;
    private static final long UNDEFINE_SOURCE = 1L << 4;

    private DriverConnection target;
    private MigrationFacet from;
    private MigrationFacet to;
    private DomainFacet arrived;

    /** For subclasses. */
    protected MigrationContract() {}

    @BeforeEach
    final void findTarget() {
        from = required(MigrationFacet.class, Feature.MIGRATION);
        target = fixture.migrationTarget().orElseGet(() -> Assumptions.abort("there is no second host"));
        to = target.facet(MigrationFacet.class).orElseThrow();
        arrived = target.facet(DomainFacet.class).orElseThrow();
    }

    @AfterEach
    final void closeTarget() {
        if (target != null) {
            target.close();
        }
    }

    private static List<TypedParameter> parameters(DomainRef domain, MigrationStep begun) {
        return List.of(
                TypedParameter.ofString("destination_name", domain.name()),
                TypedParameter.ofString("destination_xml", begun.document()));
    }

    private DomainRef move(DomainRef domain, long flags) {
        MigrationStep begun = from.begin(call(), domain, List.of(), flags);
        List<TypedParameter> parameters = parameters(domain, begun);
        MigrationStep prepared = to.prepare(call(), null, parameters, begun.cookie(), flags);
        List<TypedParameter> withUri = new ArrayList<>(parameters);
        withUri.add(TypedParameter.ofString("migrate_uri", prepared.document()));
        MigrationStep performed = from.perform(call(), domain, null, withUri, prepared.cookie(), flags);
        DomainRef moved =
                to.finish(call(), withUri, performed.cookie(), flags, 0).orElseThrow();
        from.confirm(call(), domain, withUri, new byte[0], flags, 0);
        return moved;
    }

    @Test
    void guestRunsOnTheTargetAndNotOnTheSource() {
        DomainRef domain = runningGuest();

        DomainRef moved = move(domain, LIVE | PERSIST_DEST);

        assertThat(moved.uuid()).isEqualTo(domain.uuid());
        assertThat(moved.name()).isEqualTo(domain.name());
        assertThat(arrived.status(call(), moved).state()).isIn(DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(arrived.isPersistent(call(), moved)).isTrue();
        awaitState(domain, DomainState.SHUT_OFF);
        assertThat(domains.isPersistent(call(), domain)).isTrue();
        arrived.destroy(call(), moved, 0);
        arrived.undefine(call(), moved, 0);
    }

    @Test
    void definitionCanMoveToo() {
        DomainRef domain = runningGuest();

        DomainRef moved = move(domain, LIVE | UNDEFINE_SOURCE);

        awaitGone(domain);
        assertThat(arrived.isPersistent(call(), moved)).isFalse();
        arrived.destroy(call(), moved, 0);
    }

    @Test
    void cancelledMigrationLeavesTheGuestWhereItWas() {
        DomainRef domain = runningGuest();
        MigrationStep begun = from.begin(call(), domain, List.of(), LIVE);
        List<TypedParameter> parameters = parameters(domain, begun);
        to.prepare(call(), null, parameters, begun.cookie(), LIVE);

        Optional<DomainRef> nobody = to.finish(call(), parameters, new byte[0], LIVE, 1);
        from.confirm(call(), domain, parameters, new byte[0], LIVE, 1);

        assertThat(nobody).isEmpty();
        awaitState(domain, DomainState.RUNNING, DomainState.BLOCKED);
        assertThat(current(domain).id()).isEqualTo(domain.id());
        assertThat(arrived.list(call(), 0)).extracting(DomainRef::uuid).doesNotContain(domain.uuid());
    }

    @Test
    void inactiveGuestHasNothingToMove() {
        DomainRef domain = definedGuest();

        assertFails(() -> from.begin(call(), domain, List.of(), LIVE), ErrorCode.OPERATION_INVALID);
    }

    @Test
    void targetWantsADefinition() {
        assertFails(() -> to.prepare(call(), null, List.of(), new byte[0], LIVE), ErrorCode.INVALID_ARG);
    }

    @Test
    void targetThatHasTheGuestRunningRefuses() {
        DomainRef domain = runningGuest();
        DomainRef moved = move(domain, LIVE);
        awaitState(domain, DomainState.SHUT_OFF);
        DomainRef again = domains.start(call(), domain, 0);
        MigrationStep begun = from.begin(call(), again, List.of(), LIVE);

        assertFails(
                () -> to.prepare(call(), null, parameters(again, begun), begun.cookie(), LIVE),
                ErrorCode.OPERATION_INVALID,
                ErrorCode.OPERATION_FAILED,
                ErrorCode.DOM_EXIST);
        from.confirm(call(), again, parameters(again, begun), new byte[0], LIVE, 1);
        arrived.destroy(call(), moved, 0);
    }

    @Test
    void unknownFlagsAreRefused() {
        DomainRef domain = runningGuest();

        assertRefusesUnknownFlag(() -> from.begin(call(), domain, List.of(), UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> to.prepare(call(), null, List.of(), new byte[0], UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> from.perform(call(), domain, null, List.of(), new byte[0], UNKNOWN_FLAG));
        assertRefusesUnknownFlag(() -> to.finish(call(), List.of(), new byte[0], UNKNOWN_FLAG, 0));
        assertRefusesUnknownFlag(() -> from.confirm(call(), domain, List.of(), new byte[0], UNKNOWN_FLAG, 0));
    }
}
